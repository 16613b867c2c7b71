/** What a shopper reads where a contact is asked for, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Phần quà này là của bạn và đang chờ. Cho chúng tôi biết cách liên hệ để nhận nhé.',
  contactWhyLimit: 'Nhiều người đang chơi từ mạng của bạn. Để lại email là bạn chơi tiếp được.',
  contactEmail: 'Địa chỉ email',
  contactPhone: 'Số điện thoại',
  contactEither: 'Email hoặc số điện thoại',
  contactSend: 'Nhận quà',
  contactSendCode: 'Gửi mã cho tôi',
  contactInvalid: 'Thông tin này có vẻ chưa đúng. Bạn kiểm tra lại nhé.',
  contactConsentNeeded: 'Phần quà này cần bạn đồng ý. Đánh dấu vào ô để tiếp tục nhé.',
  codeSent: 'Chúng tôi đã gửi mã 6 số tới {to}. Mã có hiệu lực đến {when}.',
  codeLabel: 'Mã 6 số',
  codeConfirm: 'Xác nhận',
  codeAgain: 'Gửi mã mới',
  codeOther: 'Dùng liên hệ khác',
  codeWrong: 'Mã chưa đúng. Bạn xem email mới nhất nhé.',
  codeExpired: 'Mã đã hết hạn. Bạn lấy mã mới nhé.',
  codeUsed: 'Mã này đã được dùng.',
  codeSpent: 'Mã này đã thử quá nhiều lần. Bạn lấy mã mới nhé.',
  codeLimit: 'Bạn đã lấy mã quá nhiều lần. Hãy thử lại sau.',
};
