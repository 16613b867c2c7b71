/** What a shopper reads of the games beside the wheel, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  scratch: 'Cào lớp bạc',
  scratchFor: 'Lấy vé với {count} điểm',
  scratchFree: 'Dùng vé miễn phí',
  scratchAgain: 'Lấy vé khác',
  scratchReady: 'Dùng ngón tay cào lớp bạc nhé.',
  scratchPrice: 'Lấy một vé rồi cào lớp bạc nhé.',
  scratchRub: 'Cào đến khi đọc được nhé.',
  scratchAll: 'Cào giúp tôi',

  box: 'Hộp {number}',
  boxReady: 'Chọn một hộp.',
  boxFor: 'Chọn một hộp với {count} điểm.',
  boxOpening: 'Đang mở nắp…',
  boxAgain: 'Chọn lại',

  turnsLeft: 'Bạn còn {count} lượt chơi.',
  turnsFree: 'Bạn có {count} lượt miễn phí.',
  turnsNone: 'Đó là lượt cuối của hôm nay.',
  turnsNoneNext: 'Hôm nay hết lượt rồi. Lượt tiếp theo: {when}.',
  lostPlayNext: 'Chưa trúng lần này. Bạn chơi lại được {when}.',
  playSafe: 'Mất kết nối. Lượt chơi của bạn vẫn an toàn và chỉ tính một lần khi bạn quay lại.',
  playSlow: 'Máy chủ trả lời hơi chậm. Lượt chơi chỉ tính một lần, dù thế nào.',

  stateWhy: 'Thể lệ trò chơi cần biết điều này trước khi bạn chơi.',
  stateRegion: 'Bạn đang ở đâu?',
  stateChoose: 'Chọn nơi bạn ở',
  stateElsewhere: 'Nơi khác',
  stateAge: 'Tôi từ {age} tuổi trở lên.',
  stateKept: 'Thông tin này gửi đến cửa hàng cùng lượt chơi và được trình duyệt này ghi nhớ.',
  stateGo: 'Chơi',
  stateNot: 'Để sau',
};
