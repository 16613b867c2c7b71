/** What a shopper reads where a contact is asked for, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  contactWhy:
    'This prize is yours and waits for you. Tell us where to reach you, and it is claimed.',
  contactWhyLimit: 'Many people play from your network. Leave an e-mail address, and you play on.',
  contactEmail: 'E-mail address',
  contactPhone: 'Phone number',
  contactEither: 'E-mail address or phone number',
  contactSend: 'Claim it',
  contactSendCode: 'Send me a code',
  contactInvalid: 'That does not look like an address we can reach. Please check it.',
  contactConsentNeeded: 'This prize asks for your consent. Tick the box to go on.',
  codeSent: 'We sent six digits to {to}. They hold until {when}.',
  codeLabel: 'The six digits',
  codeConfirm: 'Confirm',
  codeAgain: 'Send a new code',
  codeOther: 'Use another address',
  codeWrong: 'That is not the code. Check the newest e-mail.',
  codeExpired: 'That code is too old. Ask for a new one.',
  codeUsed: 'That code was used already.',
  codeSpent: 'Too many tries with that code. Ask for a new one.',
  codeLimit: 'That was a lot of codes. Try again later.',
} as const satisfies Phrases;
