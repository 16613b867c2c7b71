/** What a shopper reads where a contact is asked for, in Japanese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'この景品はあなたのものです。連絡先を教えていただくと受け取れます。',
  contactWhyLimit: 'お使いの回線で多くの方が遊んでいます。メールアドレスを入れると続けられます。',
  contactEmail: 'メールアドレス',
  contactPhone: '電話番号',
  contactEither: 'メールアドレスか電話番号',
  contactSend: '受け取る',
  contactSendCode: 'コードを送る',
  contactInvalid: '連絡先が正しくないようです。ご確認ください。',
  contactConsentNeeded: 'この景品には同意が必要です。チェックを入れて進んでください。',
  codeSent: '{to}に6桁のコードを送りました。{when}まで使えます。',
  codeLabel: '6桁のコード',
  codeConfirm: '確認する',
  codeAgain: '新しいコードを送る',
  codeOther: 'ほかの連絡先を使う',
  codeWrong: 'コードがちがいます。最新のメールをご確認ください。',
  codeExpired: 'コードの期限が切れました。新しいコードをお求めください。',
  codeUsed: 'このコードは使用済みです。',
  codeSpent: 'まちがいが続きました。新しいコードをお求めください。',
  codeLimit: 'コードの送信が続きました。あとでお試しください。',
};
