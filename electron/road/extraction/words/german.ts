import type { LanguageWords } from './language-words.ts';

export const german: LanguageWords = {
  oneTimeCode: `
    bestätigungscode*, verifizierungscode*, verifikationscode*, sicherheitscode*, anmeldecode*,
    logincode*, login code*, zugangscode*, einmalcode*, einmal code, einmalpasswort*,
    einmal passwort, einmalkennwort*, einmalpin, aktivierungscode*, freischaltcode*, freigabecode*,
    prüfcode*, authentifizierungscode*, wiederherstellungscode, rücksetzcode*, zurücksetzungscode*,
    bestätigungsnummer, mtan, smstan, ihre tan, die tan, tan lautet, tan zur, tan für`,
  code: `
    *code, *codes, code*, kennwort`,
  otherNumber: `
    produktcode*, kundencode*, artikelcode*, ländercode*, bankcode*, kurscode*, swift code, personalnummer*, matrikelnummer*, ausweisnummer*,
    *bestellung*, *bestellnummer*, *bestellnr*, *auftrag*, *auftragsnummer*, *rechnung*,
    *rechnungsnummer*, *sendung*, *sendungsnummer*, *paket*, *trackingnummer*, *kundennummer*,
    *kundennr*, *vorgangsnummer*, *vorgang*, *aktenzeichen*, *ticketnummer*, *buchung*,
    *buchungscode*, *buchungsnummer*, *reservierung*, *kontonummer*, konto, endziffern, endet auf,
    *karte*, iban, blz, telefon*, tel, fax, hotline, plz, postleitzahl*, postfach, *rabatt*,
    *rabattcode*, *gutschein*, *gutscheincode*, *aktionscode*, promocode*, *vorteilscode*, artikel*,
    artikelnummer*, seriennummer*, version, fehlercode*, farbcode*, quellcode*, qr code*, summe,
    gesamt*, betrag*, preis*, mwst, ust, ust idnr, steuernummer*, hrb, amtsgericht*,
    geschäftsführer*, zählernummer*, zählerstand*, vertragsnummer*, vertrag, mitgliedsnummer*,
    versicherungsnummer*, flug, zug, gleis, sitz, zimmer, nr, straße, str, schadennummer, referenz*,
    abholcode, uhr`,
  discount: `
    *rabatt*, *gutschein*, % auf, *angebot*, sparen sie, spare`,
  unit: `
    minute*, stunde*, tag, tage*, sekunde*, woche*, monat*, jahr*, euro, uhr, punkte, stück, kunden,
    kilometer`,
  intent: `
    anmelden, anmeldung, einloggen, bestätigen, bestätige, gültig, läuft ab, niemandem, geben sie,
    gib, eingeben, zurücksetzen, zwei faktor, verifizieren, identität, neues gerät,
    nicht angefordert, nicht weiter, freigeben`,
  resetPassword: `
    passwort zurücksetzen, passwort zurückzusetzen, kennwort zurücksetzen, neues passwort,
    neues kennwort, passwort ändern, kennwort ändern, passwort vergessen, kennwort vergessen,
    passwort festlegen, passwort vergeben, passwort neu setzen, zurücksetzen, konto wiederherstellen`,
  verify: `
    bestätigen, bestätige, e mail bestätigen, e mail adresse bestätigen, adresse bestätigen,
    anmeldung bestätigen, registrierung abschließen, konto aktivieren, aktivieren, freischalten,
    verifizieren, registrierung bestätigen`,
  signIn: `
    anmelden, jetzt anmelden, einloggen, jetzt einloggen, login, anmeldelink, zur anmeldung,
    anmelde link, magischer link, magic link`,
  invitation: `
    einladung annehmen, annehmen, beitreten, jetzt beitreten, einladung, eingeladen, team beitreten,
    mitmachen`,
  unsubscribe: `
    abmelden vom newsletter, newsletter abmelden, newsletter abbestellen, abbestellen, abmeldung,
    austragen, vom newsletter abmelden, e mail einstellungen, benachrichtigungseinstellungen`,
};
