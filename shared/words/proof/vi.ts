/** What a shopper reads of odds, seals and receipts, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  odds: 'Tỷ lệ trúng',
  oddsHint: 'Đây chính là tỷ lệ của lượt quay, lấy trực tiếp từ cài đặt của cửa hàng.',
  prize: 'Quà',
  chance: 'Tỷ lệ',
  soldOutMark: 'đã hết',
  fallback: 'Khi một món quà đã hết, phần của nó chuyển sang “{prize}”. Các tỷ lệ khác giữ nguyên.',
  how: 'Vì sao vòng quay công bằng',
  howSeal:
    'Trước khi bạn quay, máy chủ niêm phong con số của mình cùng bảng tỷ lệ. Bạn giữ dấu niêm phong.',
  howSeed: 'Trình duyệt của bạn góp thêm một con số mà máy chủ không thể biết trước.',
  howOpen: 'Quay xong, niêm phong được mở và trình duyệt kiểm tra rằng không có gì bị sửa.',
  seal: 'Dấu niêm phong của lượt kế tiếp',
  plays: 'Các lượt quay của bạn',
  playsNone: 'Chưa có lượt quay nào. Mỗi lượt sẽ để lại biên nhận ở đây.',
  playsLost: 'Chưa tải được các lượt quay của bạn.',
  older: 'Xem các lượt cũ hơn',
  checkSeen: 'Dấu niêm phong đúng là dấu bạn giữ trước khi quay',
  checkCommitment: 'Con số và tỷ lệ đúng như đã niêm phong',
  checkNumber: 'Kết quả được tính từ con số của cả hai bên',
  checkDrawn: 'Con số rơi đúng vào món quà này',
  checkSlot: 'Bạn nhận đúng món đã quay trúng',
  checkSlotFallback: 'Không thể trao món đã trúng nên bạn nhận món thay thế',
  passed: 'khớp',
  failed: 'không khớp',
  noSubtle: 'Trang này không kiểm chứng được. Liên kết bên dưới thì được.',
  notSeen: 'Dấu niêm phong của lượt này nằm ở trình duyệt khác hoặc lần ghé trước.',
  checkElsewhere: 'Tự kiểm tra từng byte',

  termsTitle: 'Thể lệ',
  termsOrganiser: 'Đơn vị tổ chức',
  termsWhere: 'Áp dụng tại',
  termsAge: 'Độ tuổi',
  termsAgeFrom: 'Từ {age} tuổi',
  termsUntil: 'Kết thúc',
  termsFull: 'Đọc thể lệ đầy đủ',
  boxHonest: 'Chọn hộp nào cũng như nhau: kết quả do lượt rút quyết định, theo tỷ lệ này.',
  boxShut: 'Các hộp khác không mở vì bên trong không có gì.',
};
