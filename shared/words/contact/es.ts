/** What a shopper reads where a contact is asked for, in Spanish. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Este premio es tuyo y te espera. Dinos cómo contactarte y podrás recogerlo.',
  contactWhyLimit: 'Mucha gente juega desde tu red. Deja tu correo y sigue jugando.',
  contactEmail: 'Correo electrónico',
  contactPhone: 'Teléfono',
  contactEither: 'Correo electrónico o teléfono',
  contactSend: 'Recoger el premio',
  contactSendCode: 'Enviarme un código',
  contactInvalid: 'No parece una dirección a la que podamos escribir. Revísala.',
  contactConsentNeeded: 'Este premio pide tu consentimiento. Marca la casilla para seguir.',
  codeSent: 'Te enviamos seis cifras a {to}. Valen hasta {when}.',
  codeLabel: 'Las seis cifras',
  codeConfirm: 'Confirmar',
  codeAgain: 'Enviar un código nuevo',
  codeOther: 'Usar otra dirección',
  codeWrong: 'Ese no es el código. Mira el último correo.',
  codeExpired: 'Ese código caducó. Pide uno nuevo.',
  codeUsed: 'Ese código ya se usó.',
  codeSpent: 'Demasiados intentos. Pide un código nuevo.',
  codeLimit: 'Pediste muchos códigos. Inténtalo más tarde.',
};
