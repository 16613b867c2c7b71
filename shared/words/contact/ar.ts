/** What a shopper reads where a contact is asked for, in Arabic. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'هذه الجائزة لك وهي بانتظارك. أخبرنا كيف نصل إليك لتستلمها.',
  contactWhyLimit: 'كثيرون يلعبون من شبكتك. أدخل بريدك الإلكتروني لتواصل اللعب.',
  contactEmail: 'البريد الإلكتروني',
  contactPhone: 'رقم الهاتف',
  contactEither: 'البريد الإلكتروني أو رقم الهاتف',
  contactSend: 'استلام الجائزة',
  contactSendCode: 'إرسال رمز إليّ',
  contactInvalid: 'لا يبدو هذا عنوانًا يمكننا الوصول إليه. تحقق منه.',
  contactConsentNeeded: 'تتطلب هذه الجائزة موافقتك. ضع علامة في المربع للمتابعة.',
  codeSent: 'أرسلنا ستة أرقام إلى {to}. صالحة حتى: {when}.',
  codeLabel: 'الأرقام الستة',
  codeConfirm: 'تأكيد',
  codeAgain: 'إرسال رمز جديد',
  codeOther: 'استخدام عنوان آخر',
  codeWrong: 'ليس هذا هو الرمز. راجع أحدث رسالة.',
  codeExpired: 'انتهت صلاحية الرمز. اطلب رمزًا جديدًا.',
  codeUsed: 'استُخدم هذا الرمز من قبل.',
  codeSpent: 'محاولات كثيرة بهذا الرمز. اطلب رمزًا جديدًا.',
  codeLimit: 'رموز كثيرة. حاول لاحقًا.',
};
