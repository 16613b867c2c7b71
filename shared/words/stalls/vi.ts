/** What a shopper reads at the stalls beside the wheel, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'Mất kết nối. Không có gì bị trừ hai lần. Bạn thử lại nhé.',

  now: 'Bạn làm được gì lúc này',
  nothingNow: 'Hôm nay xong hết rồi. Mai bạn ghé lại nhé.',
  have: 'Bạn đang có',
  more: 'Còn nữa ở hội chợ',
  tickets: '{count} phiếu',
  playLeft: 'Còn {count} lượt chơi',
  playFree: 'Có {count} lượt miễn phí',
  playOpen: 'Đang mở',
  playFor: 'Một lượt giá {count} điểm',
  checkInToday: 'Ô điểm danh hôm nay đang chờ',
  checkInDone: 'Hôm nay đã điểm danh. Liên tiếp {count} ngày',
  quizNext: 'Đã trả lời {answered}/{questions}',
  surveyWaits: 'Có một câu hỏi cho bạn',
  missionSteps: '{current}/{target}',
  shopAfford: '{count} phần quà vừa tầm điểm',
  shopOpen: 'Đổi điểm lấy quà',

  missions: 'Nhiệm vụ',
  badges: 'Huy hiệu',
  tiers: 'Hạng của bạn',
  leaderboard: 'Bảng xếp hạng',
  shop: 'Đổi quà',
  history: 'Lịch sử điểm',
  referral: 'Mời bạn bè',
  parcels: 'Quà đang gửi',
  settings: 'Cài đặt',
  fair: 'Minh bạch',
};
