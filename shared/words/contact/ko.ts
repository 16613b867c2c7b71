/** What a shopper reads where a contact is asked for, in Korean. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: '이 경품은 고객님 것이에요. 연락처를 알려 주시면 받을 수 있어요.',
  contactWhyLimit: '같은 네트워크에서 많은 분이 참여하고 있어요. 이메일을 남기면 계속할 수 있어요.',
  contactEmail: '이메일 주소',
  contactPhone: '전화번호',
  contactEither: '이메일 주소나 전화번호',
  contactSend: '받기',
  contactSendCode: '인증번호 받기',
  contactInvalid: '연락처가 맞지 않는 것 같아요. 확인해 주세요.',
  contactConsentNeeded: '이 경품에는 동의가 필요해요. 체크하고 계속해 주세요.',
  codeSent: '{to} 앞으로 인증번호 6자리를 보냈어요. {when}까지 쓸\u00a0수\u00a0있어요.',
  codeLabel: '인증번호 6자리',
  codeConfirm: '확인',
  codeAgain: '인증번호 다시 받기',
  codeOther: '다른 연락처 쓰기',
  codeWrong: '인증번호가 달라요. 가장 최근 메일을 확인해 주세요.',
  codeExpired: '만료된 인증번호예요. 새로 받아 주세요.',
  codeUsed: '이미 쓴 인증번호예요.',
  codeSpent: '너무 여러 번 시도했어요. 인증번호를 새로 받아 주세요.',
  codeLimit: '인증번호를 많이 보냈어요. 나중에 다시 시도해 주세요.',
};
