/** What a shopper reads up to the first result, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'Vòng quay may mắn: {prizes}',
  spin: 'Quay ngay',
  spinFor: 'Quay với {count} điểm',
  spinFree: 'Dùng lượt miễn phí',
  turning: 'Đang quay…',
  rules: 'Tỷ lệ và thể lệ',
  skip: 'Xem kết quả luôn',
  retry: 'Thử lại',
  ready: 'Đẩy nhẹ một cái nhé.',
  left: 'Bạn còn {count} lượt quay.',
  free: 'Bạn có {count} lượt quay miễn phí.',
  offline: 'Chưa kết nối được với hội chợ. Bạn kiểm tra mạng rồi thử lại nhé.',
  notHere: 'Trò chơi này không mở trên trang này.',
  noGames: 'Hội chợ đang nghỉ. Hôm nay chưa có trò chơi nào.',
  close: 'Đóng',
  back: 'Quay lại',
  sections: 'Các mục',
  home: 'Hội chợ',
  play: 'Chơi',
  wallet: 'Quà của tôi',
  me: 'Tôi',
  points: '{count} điểm',
};
