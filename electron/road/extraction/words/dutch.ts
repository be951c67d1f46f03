import type { LanguageWords } from './language-words.ts';

export const dutch: LanguageWords = {
  oneTimeCode: `
    verificatiecode*, bevestigingscode*, beveiligingscode*, inlogcode*, toegangscode*,
    eenmalige code, eenmalig wachtwoord, eenmalige inlogcode, activatiecode*, activeringscode*,
    aanmeldcode*, authenticatiecode*, herstelcode*, resetcode*, controlecode*, tijdelijke code,
    tijdelijk wachtwoord`,
  code: `
    *code, code*`,
  otherNumber: `
    klantcode*, gebruikerscode*, productcode*, artikelcode*, landcode*, bankcode*, lidnummer*,
    bestelling*, bestelnummer*, ordernummer*, factuur*, factuurnummer*, zending*, pakket*, track*,
    trackingcode*, dossier*, dossiernummer*, referentie*, kenmerk, boeking*, boekingscode*,
    boekingsnummer*, reservering*, reserveringscode*, klantnummer*, rekening*, rekeningnummer*,
    kaart, pas, eindigend op, telefoon*, tel, bel, bel ons, postcode*, postbus, kortingscode*,
    actiecode*, cadeaucode*, vouchercode*, waardebon*, korting, bedrag, totaal, prijs, btw, kvk,
    contract*, vlucht, stoel, spoor, versie, artikel*, foutcode*, kleurcode*, polisnummer*, straat,
    qr code, punten, saldo, afhaalcode`,
  discount: `
    korting*, aanbieding*, actiecode`,
  unit: `
    minu*, uur, dag, dagen, seconde*, week, weken, maand*, jaar, euro, punten, cijfers`,
  intent: `
    inloggen, aanmelden, verifiëren, verifieer, bevestigen, bevestig, verloopt, geldig, deel deze,
    deel nooit, niet met anderen, voer, vul, herstellen, tweestaps, identiteit, niet aangevraagd,
    nieuw apparaat, cijfers`,
  resetPassword: `
    wachtwoord herstellen, wachtwoord opnieuw instellen, nieuw wachtwoord, wachtwoord wijzigen,
    wachtwoord resetten, wachtwoord vergeten, wachtwoord instellen, opnieuw instellen`,
  verify: `
    bevestig, bevestigen, e mailadres bevestigen, bevestig e mail*, bevestig je, verifieer,
    verifiëren, activeer, account activeren, registratie voltooien, aanmelding bevestigen`,
  signIn: `
    inloggen, log in, aanmelden, inloglink, meld je aan, direct inloggen`,
  invitation: `
    uitnodiging accepteren, accepteer uitnodiging, accepteren, deelnemen, doe mee, uitnodiging,
    word lid, heeft je uitgenodigd`,
  unsubscribe: `
    uitschrijven, afmelden, schrijf je uit, meld je af, e mailvoorkeuren, voorkeuren beheren,
    afmelden voor`,
};
