import type { LanguageWords } from './language-words.ts';

export const polish: LanguageWords = {
  oneTimeCode: `
    kod* weryfikacyjn*, kod* potwierdzając*, kod* bezpieczeństwa, kod* dostępu, kod* aktywacyjn*,
    kod* logowania, kod* autoryzacyjn*, kod* uwierzytelniając*, kod* jednorazow*, jednorazow* kod*,
    jednorazow* hasł*, hasł* jednorazow*, kod* resetu*, kod* sms, kod* do logowania,
    kod* potwierdzenia, kod* weryfikacji, kod* odzyskiwania, tymczasow* hasł*`,
  code: `
    kod, kodu, kodem, kody`,
  otherNumber: `
    kod* klienta, kod* produktu, kod* kraju, kod* swift, kod* towaru, numer wniosku, numer karty,
    zamówieni*, numer zamówienia, faktur*, przesyłk*, numer przesyłki, paczk*, zgłoszeni*,
    numer klienta, klient*, rezerwacj*, kod* rezerwacji, numer rezerwacji, konto, konta, rachun*,
    kart*, kończąc*, telefon*, tel, infolini*, kod* pocztow*, kod* rabatow*, kod* promocyjn*, kupon*,
    bon, rabat*, kwot*, suma, razem, cen*, vat, nip, regon, krs, umow*, lot, miejsce, peron, wagon,
    wersj*, artykuł*, ul, ulica, kod* kreskow*, kod* błędu, kod* odbioru, kod* paczki, bilet*,
    punkt*, saldo, nr`,
  discount: `
    rabat*, zniżk*, promocj*, kupon*`,
  unit: `
    minut*, godzin*, dni, dzień, sekund*, tygodni*, miesi*, rok*, lat, zł, pkt, punkt*, osób`,
  intent: `
    zalogować, logowani*, zaloguj, weryfikacj*, zweryfikuj, potwierdź, potwierdzić, wygasa, ważny,
    nie udostępniaj, nikomu, wpisz, wprowadź, podaj, zresetować, dwuetapow*, tożsamoś*, nie prosił*,
    nowego urządzenia`,
  resetPassword: `
    zresetuj, resetuj, resetowani*, reset hasła, nowe hasło, zmień hasło, zmiana hasła, ustaw hasło,
    ustaw nowe hasło, odzyskaj, odzyskiwani*, zapomniał* hasła`,
  verify: `
    potwierdź, potwierdzam, potwierdzenie, zweryfikuj, weryfikuj, aktywuj, aktywacja,
    dokończ rejestrację`,
  signIn: `
    zaloguj, zaloguj się, logowanie, link do logowania, magiczny link`,
  invitation: `
    przyjmij zaproszenie, zaakceptuj zaproszenie, akceptuj, dołącz, zaproszenie, zaprasza`,
  unsubscribe: `
    wypisz*, zrezygnuj, rezygnacja, anuluj subskrypcję, anuluj subskrypcje, preferencje e mail,
    wypisać się, ustawienia powiadomień`,
};
