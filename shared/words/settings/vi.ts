/** What a shopper reads of their settings and their data, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'Ngôn ngữ',
  setAsShop: 'Theo cửa hàng',
  setSound: 'Âm thanh',
  setSoundHint: 'Tiếng gỗ, đồng và giấy. Tắt cho đến khi bạn bật.',
  setStill: 'Bớt chuyển động',
  setStillHint: 'Kết quả hiện ra ngay.',

  pauseTitle: 'Tạm ngừng chơi',
  pauseHint: 'Bạn không chơi được trò nào đến khi hết hạn. Quà và điểm vẫn còn nguyên.',
  pauseDays: '{count} ngày',
  pauseSure: 'Tạm ngừng {count} ngày? Không thể rút ngắn.',
  pauseYes: 'Đồng ý tạm ngừng',
  pauseUntil: 'Bạn đang tạm ngừng chơi đến {when}.',
  setNo: 'Để sau',

  birthday: 'Sinh nhật của bạn',
  birthdayHint: 'Chỉ ngày và tháng, không cần năm.',
  birthdayDay: 'Ngày',
  birthdayMonth: 'Tháng',
  birthdaySave: 'Lưu',
  birthdayForget: 'Xóa',
  birthdaySaved: 'Đã lưu. Có thể bạn sẽ nhận quà vào ngày đó.',
  birthdayForgotten: 'Đã xóa.',

  data: 'Dữ liệu của tôi',
  dataHint: 'Những gì hội chợ lưu về bạn: lượt chơi, quà, điểm, quà đang gửi và câu trả lời.',
  dataSee: 'Xem',
  dataSave: 'Tải về',
  dataLost: 'Chưa tải được đầy đủ. Bạn thử lại nhé.',
  erase: 'Xóa dữ liệu của tôi',
  eraseHint:
    'Tên, địa chỉ, liên hệ, sinh nhật và câu trả lời. Điểm và quà vẫn còn, không gắn với tên.',
  eraseSure: 'Xóa tất cả? Không thể khôi phục.',
  eraseYes: 'Đồng ý xóa',
  eraseDone: 'Đã xóa. Chỉ còn sổ sách không mang tên bạn.',
};
