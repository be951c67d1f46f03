import type { LanguageWords } from './language-words.ts';

export const turkish: LanguageWords = {
  oneTimeCode: `
    doğrulama kod*, onay kod*, güvenlik kod*, giriş kod*, erişim kod*, aktivasyon kod*,
    etkinleştirme kod*, tek kullanımlık kod*, tek kullanımlık şifre*, tek kullanımlık parola*,
    tek seferlik kod*, tek seferlik şifre*, sıfırlama kod*, kurtarma kod*, geçici şifre*,
    geçici parola*, doğrulama şifre*`,
  code: `
    kod, kodu, kodunuz, kodun, kodunu, kodunuzu, şifre, şifreniz`,
  otherNumber: `
    müşteri kod*, kurum kod*, banka kod*, ülke kod*, şube kod*, öğrenci no, üye no,
    sipariş*, sipariş no, sipariş numara*, fatura*, kargo*, takip, takip no, takip numara*,
    takip kod*, gönderi*, müşteri*, rezervasyon*, rezervasyon kod*, pnr, hesap, hesab*, kart*,
    ile biten, telefon*, tel, arayın, posta kod*, indirim*, indirim kod*, promosyon*, promosyon kod*,
    kupon*, kupon kod*, hediye*, tutar*, toplam*, fiyat*, kdv, vergi*, mersis, sözleşme*, uçuş*,
    koltuk, sürüm*, ürün kod*, cadde*, sokak, hata kod*, barkod*, bilet*, puan*, bakiye*, no,
    teslimat kod*`,
  discount: `
    indirim*, kupon*, kampanya*`,
  unit: `
    dakika*, dk, saat*, gün*, saniye*, hafta*, yıl*, lira, tl, puan*, hane*, kişi`,
  intent: `
    giriş*, oturum*, doğrula*, onayla*, geçerli*, sona er*, paylaşma*, kimseyle, girin, giriniz,
    girebilir*, sıfırla*, iki adım*, iki aşama*, kimliğ*, siz istemediyseniz, talep etmediyseniz`,
  resetPassword: `
    sıfırla*, yeni şifre, yeni parola, şifremi değiştir, şifre değiştir, parolayı değiştir,
    şifre oluştur*, parola oluştur*, şifremi unuttum, yenile, şifre belirle*`,
  verify: `
    doğrula*, onayla*, etkinleştir*, aktifleştir*, hesabı etkinleştir, hesabımı doğrula,
    kaydı tamamla, kaydını tamamla, aktive et`,
  signIn: `
    giriş yap*, oturum aç*, giriş bağlantısı, sihirli bağlantı`,
  invitation: `
    daveti kabul*, davetiyeyi kabul*, kabul et, katıl*, davet*`,
  unsubscribe: `
    abonelikten çık*, aboneliği iptal*, listeden çık*, e posta tercihleri,
    e posta almak istemiyorsanız, aboneliği sonlandır*, bildirim ayarları`,
};
