import type { LanguageWords } from './language-words.ts';

export const italian: LanguageWords = {
  oneTimeCode: `
    codice di verifica, codice di conferma, codice di sicurezza, codice di accesso, codice d'accesso,
    codice di attivazione, codice di autenticazione, codice di convalida, codice di autorizzazione,
    codice di ripristino, codice di reimpostazione, codice di recupero, codice monouso,
    codice temporaneo, codice usa e getta, codice otp, password monouso, password temporanea,
    codice unico`,
  code: `
    codice, codici`,
  otherNumber: `
    codice utente, codice prodotto, codice paese, codice socio, codice swift, codice destinatario, matricola,
    ordine*, numero ordine, numero d'ordine, fattura*, tracciamento, tracking,
    codice di tracciamento, spedizione, pacco, pratica, riferimento*, rif, prenotazione*,
    codice prenotazione, codice di prenotazione, codice cliente, cliente, conto, carta,
    che termina con, telefono, tel, chiama*, cap, codice postale, codice sconto, codice promo*,
    codice promozionale, coupon, buono, sconto, importo, totale, prezzo, iva, p.iva, partita iva,
    codice fiscale, contratto, volo, treno, carrozza, posto, versione, articolo, codice articolo,
    codice prodotto, via, codice a barre, codice errore, codice colore, biglietto, punti, saldo,
    bolletta, codice di ritiro`,
  discount: `
    sconto, sconti, offerta, offerte, coupon`,
  unit: `
    minut*, ora, ore, giorn*, second*, settiman*, mes*, ann*, euro, punti, cifre`,
  intent: `
    accedere, accesso, verificare, verifica, confermare, conferma, scade, valido, non condividere,
    non comunicare, inserisci, inserire, digita, reimpostare, due passaggi, due fattori, identità,
    non hai richiesto, cifre`,
  resetPassword: `
    reimposta*, reimpostare, nuova password, cambia password, cambia la password, recupera password,
    recupera la password, ripristina password, ripristina la password, scegli una password,
    imposta una password, password dimenticata`,
  verify: `
    conferma, confermare, conferma email, conferma indirizzo, conferma la tua, verifica,
    verifica email, verifica il tuo, attiva, attiva account, attiva il tuo,
    completa la registrazione, convalida`,
  signIn: `
    accedi, accedere, entra, link di accesso, login, effettua l'accesso, link magico`,
  invitation: `
    accetta invito, accetta l'invito, accetta, unisciti, partecipa, invito, ti ha invitato`,
  unsubscribe: `
    annulla iscrizione, annulla l'iscrizione, disiscriviti, disiscrizione, cancella iscrizione,
    cancellati, cancella l'iscrizione, gestisci preferenze, non ricevere più`,
};
