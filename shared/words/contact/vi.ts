/** What a shopper reads where a contact is asked for, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Phần quà này là của bạn và đang chờ. Cho chúng tôi biết cách liên hệ để nhận nhé.',
  contactWhyLimit: 'Nhiều người đang chơi từ mạng của bạn. Để lại e-mail là bạn chơi tiếp được.',
  contactEmail: 'Địa chỉ e-mail',
  contactPhone: 'Số điện thoại',
  contactEither: 'E-mail hoặc số điện thoại',
  contactSend: 'Nhận quà',
  contactSendCode: 'Gửi mã cho tôi',
  contactInvalid: 'Có vẻ chưa đúng. Bạn kiểm tra lại giúp nhé.',
  contactConsentNeeded: 'Phần quà này cần bạn đồng ý. Bạn đánh dấu vào ô để tiếp tục nhé.',
  codeSent: 'Chúng tôi đã gửi sáu chữ số tới {to}. Mã có hiệu lực đến {when}.',
  codeLabel: 'Sáu chữ số',
  codeConfirm: 'Xác nhận',
  codeAgain: 'Gửi mã mới',
  codeOther: 'Dùng địa chỉ khác',
  codeWrong: 'Mã chưa đúng. Bạn xem e-mail mới nhất nhé.',
  codeExpired: 'Mã đã hết hạn. Bạn xin mã mới nhé.',
  codeUsed: 'Mã này đã được dùng.',
  codeSpent: 'Mã này đã thử quá nhiều lần. Bạn xin mã mới nhé.',
  codeLimit: 'Bạn đã xin nhiều mã quá. Hãy thử lại sau.',
};
