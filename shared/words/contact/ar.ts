/** What a shopper reads where a contact is asked for, in Arabic. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'هذه الجائزة لك وهي بانتظارك. كيف نصل إليك لتسليمها؟',
  contactWhyLimit: 'كثيرون يلعبون من شبكتك. نحتاج إلى بريدك الإلكتروني للمتابعة.',
  contactEmail: 'البريد الإلكتروني',
  contactPhone: 'رقم الهاتف',
  contactEither: 'البريد الإلكتروني أو رقم الهاتف',
  contactSend: 'استلام الجائزة',
  contactSendCode: 'إرسال رمز إليّ',
  contactInvalid: 'لا نصل إلى هذا العنوان. نرجو التحقق منه.',
  contactConsentNeeded: 'تتطلب هذه الجائزة موافقتك. نرجو تحديد المربع.',
  codeSent: 'أرسلنا ستة أرقام إلى {to}. صالحة حتى {when}.',
  codeLabel: 'الأرقام الستة',
  codeConfirm: 'تأكيد',
  codeAgain: 'إرسال رمز جديد',
  codeOther: 'استخدام عنوان آخر',
  codeWrong: 'ليس هذا هو الرمز. الصحيح في أحدث رسالة.',
  codeExpired: 'انتهت صلاحية الرمز. يمكنك طلب رمز جديد.',
  codeUsed: 'استُخدم هذا الرمز من قبل.',
  codeSpent: 'محاولات كثيرة. يمكنك طلب رمز جديد.',
  codeLimit: 'طُلبت رموز كثيرة. يمكنك المحاولة لاحقًا.',
};
