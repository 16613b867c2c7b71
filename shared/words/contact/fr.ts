/** What a shopper reads where a contact is asked for, in French. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Ce lot est à vous et vous attend. Dites-nous où vous joindre pour le recevoir.',
  contactWhyLimit:
    'Beaucoup de monde joue depuis votre réseau. Laissez une adresse e-mail pour continuer.',
  contactEmail: 'Adresse e-mail',
  contactPhone: 'Numéro de téléphone',
  contactEither: 'Adresse e-mail ou téléphone',
  contactSend: 'Le recevoir',
  contactSendCode: 'M’envoyer un code',
  contactInvalid: 'Cette adresse ne semble pas joignable. Vérifiez-la.',
  contactConsentNeeded: 'Ce lot demande votre accord. Cochez la case pour continuer.',
  codeSent: 'Six chiffres ont été envoyés à {to}. Ils expirent {when}.',
  codeLabel: 'Les six chiffres',
  codeConfirm: 'Confirmer',
  codeAgain: 'Envoyer un nouveau code',
  codeOther: 'Utiliser une autre adresse',
  codeWrong: 'Ce n’est pas le code. Regardez le dernier e-mail.',
  codeExpired: 'Ce code est trop ancien. Demandez-en un nouveau.',
  codeUsed: 'Ce code a déjà servi.',
  codeSpent: 'Trop d’essais avec ce code. Demandez-en un nouveau.',
  codeLimit: 'Cela fait beaucoup de codes. Réessayez plus tard.',
};
