/** What the shopper reads up to the first result, in Vietnamese. */
import type { Words } from './en.ts';

export const vi: Words = {
  wheel: (prizes) => `Vòng quay may mắn: ${prizes}`,
  spin: 'Quay ngay',
  spinFor: (points) => `Quay với ${points} điểm`,
  spinFree: 'Dùng lượt miễn phí',
  again: 'Quay lần nữa',
  turning: 'Đang quay…',
  skip: 'Xem kết quả luôn',
  retry: 'Thử lại',
  loading: 'Hội chợ đang tới.',
  ready: 'Đẩy nhẹ một cái nhé.',
  left: (count) => `Bạn còn ${count} lượt quay.`,
  free: (count) => `Bạn có ${count} lượt quay miễn phí.`,
  won: (prize) => `Bạn trúng ${prize}.`,
  lost: 'Lần này chưa trúng.',
  slow: 'Phản hồi hơi lâu. Dù thế nào, lượt này chỉ tính một lần.',
  unreachable: 'Mất kết nối. Lượt quay của bạn vẫn được giữ và chỉ tính một lần khi có mạng lại.',
  offline: 'Chưa kết nối được với hội chợ. Bạn kiểm tra mạng rồi thử lại nhé.',
  noGames: 'Hội chợ đang nghỉ. Hôm nay chưa có trò chơi nào.',
  refused: 'Lượt quay chưa được thực hiện, bạn không bị trừ gì cả.',
};
