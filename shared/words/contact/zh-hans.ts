/** What a shopper reads where a contact is asked for, in simplified Chinese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: '这份奖品是你的，正等着你。告诉我们怎么联系你，就能领取。',
  contactWhyLimit: '你的网络上有很多人在玩。留下电子邮箱就能继续玩。',
  contactEmail: '电子邮箱',
  contactPhone: '电话号码',
  contactEither: '电子邮箱或电话号码',
  contactSend: '领取',
  contactSendCode: '发送验证码',
  contactInvalid: '这个联系方式好像不对，请检查一下。',
  contactConsentNeeded: '领取需要你的同意，请勾选后继续。',
  codeSent: '六位验证码已发到 {to}，有效期至{when}。',
  codeLabel: '六位验证码',
  codeConfirm: '确认',
  codeAgain: '重新发送',
  codeOther: '换个联系方式',
  codeWrong: '验证码不对，请看最新的邮件。',
  codeExpired: '验证码已过期，请重新获取。',
  codeUsed: '这个验证码已用过。',
  codeSpent: '试的次数太多，请重新获取验证码。',
  codeLimit: '验证码发得太多，请稍后再试。',
};
