import type { LanguageWords } from './language-words.ts';

export const french: LanguageWords = {
  oneTimeCode: `
    code de vérification, code de confirmation, code de sécurité, code de connexion,
    code de validation, code d'accès, code d'activation, code d'authentification,
    code d'identification, code de réinitialisation, code à usage unique, code unique,
    code temporaire, code provisoire, code secret, mot de passe à usage unique,
    mot de passe temporaire, code otp`,
  code: `
    code*`,
  otherNumber: `
    code client, code utilisateur, code agence, code établissement, code produit, code article, code pays, code banque, numéro fiscal,
    commande*, numéro de commande, facture*, suivi, numéro de suivi, colis, dossier, référence*, réf,
    réservation*, code de réservation, numéro client, client, compte, carte, se terminant par,
    terminant par, iban, téléphone, tél, appelez, code postal, cedex, bp, code promo*,
    code promotionnel, code avantage, code de réduction, code réduction, code cadeau,
    bon de réduction, remise, montant, total, prix, tva, siret, siren, rcs, capital, contrat, vol,
    train, voiture, place, porte, version, article, rue, code barres, code couleur, code erreur,
    ticket, solde, points, code de retrait, appel`,
  discount: `
    promo*, réduction, remise, soldes, offre*`,
  unit: `
    minute*, heure*, jour*, seconde*, semaine*, mois, ans, euros, chiffres, points`,
  intent: `
    connexion, connecter, vérifier, vérification, confirmer, confirmez, expire, valable, ne partagez,
    ne communiquez, saisissez, saisir, entrez, réinitialiser, deux étapes, deux facteurs, identité,
    demandé ce code, pas à l'origine, chiffres`,
  resetPassword: `
    réinitialiser, réinitialisation, nouveau mot de passe, mot de passe oublié,
    changer de mot de passe, changer mon mot de passe, modifier mon mot de passe,
    créer un mot de passe, choisir un mot de passe, récupérer mon compte`,
  verify: `
    confirmer, confirmez, confirmer mon adresse, confirmer mon e mail, confirmer mon compte,
    vérifier, vérifier mon, activer, activer mon compte, valider, valider mon,
    finaliser mon inscription, je confirme`,
  signIn: `
    se connecter, me connecter, connectez vous, connexion, lien de connexion, lien magique`,
  invitation: `
    accepter l'invitation, accepter, rejoindre, rejoindre l'équipe, invitation, invité, vous invite`,
  unsubscribe: `
    se désabonner, se désinscrire, désabonner, désinscrire, désinscription, désabonnement,
    gérer mes préférences, préférences e mail, ne plus recevoir`,
};
