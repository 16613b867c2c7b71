/** What the page that checks receipts says, in Vietnamese. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: 'Kiểm tra một lượt quay',
  intro:
    'Mỗi lượt quay để lại một biên nhận. Dán biên nhận vào đây, trình duyệt của bạn sẽ ' +
    'tự tính lại toàn bộ lượt rút. Không có gì bạn dán rời khỏi trang này.',
  language: 'Ngôn ngữ',
  receipt: 'Biên nhận, dạng JSON hoặc phần cuối của liên kết',
  noted: 'Tôi đã ghi lại dấu niêm phong trước khi chơi',
  notedHint:
    'Dấu niêm phong của lượt kế tiếp nằm ở mục “Minh bạch” trong tiện ích. Nếu bạn đã ' +
    'ghi lại dấu đó cùng số gốc của trình duyệt, trang này kiểm tra được cả việc có ai ' +
    'tráo chúng hay không.',
  notedSeal: 'Dấu niêm phong (commitment), 64 chữ số thập lục phân',
  notedSeed: 'Số gốc của trình duyệt (client seed), 32 chữ số thập lục phân',
  check: 'Kiểm tra',
  noReceipt: 'Đây không phải là biên nhận',
  noReceiptHint: 'Hãy dán toàn bộ: bắt đầu bằng { và kết thúc bằng }.',
  notHere: 'Chưa kiểm tra được ở đây',
  notHereHint: 'Trang này cần địa chỉ bảo mật (https) để tính SHA-256.',
  noDraw: 'Không tính lại được biên nhận này',
  noDrawHint: 'Các con số trong đó không tạo thành một lượt rút.',
  allHolds: 'Mọi thứ đều khớp',
  allHoldsHint: 'Trình duyệt của bạn đã tính từng bước dưới đây và ra đúng những gì biên nhận ghi.',
  notAll: 'Biên nhận này không khớp',
  notAllHint: 'Ít nhất một bước dưới đây cho kết quả khác với biên nhận.',
  holds: 'Khớp',
  fails: 'Không khớp',
  seen: 'Dấu niêm phong đúng là dấu bạn giữ trước khi quay',
  seenWhy:
    'Dấu niêm phong và số gốc của trình duyệt trong biên nhận trùng với những gì bạn đã ghi.',
  commitment: 'Số gốc của máy chủ và bảng tỷ lệ đúng như đã niêm phong',
  commitmentWhy:
    'Dấu niêm phong giống như dấu vân tay: đổi một ký tự của số gốc hay bảng tỷ lệ là ra ' +
    'dấu khác. Trình duyệt của bạn đã niêm phong lại những gì biên nhận ghi để so sánh.',
  commitmentHow:
    'Dấu niêm phong là SHA-256 của số gốc máy chủ, SHA-256 của bảng và vị trí của lượt rút.',
  number: 'Kết quả được tính từ số gốc của cả hai bên',
  numberWhy:
    'Số gốc của máy chủ và số gốc của bạn trộn lại cho ra một trong {total} con số. Không ' +
    'bên nào tự mình chọn được. Biên nhận ghi số {number}.',
  numberHow:
    'Lấy 8 byte đầu của HMAC-SHA256 làm số nguyên rồi chia lấy dư cho tổng trọng số. Giá ' +
    'trị rơi vào phần lẻ cuối khoảng bị loại và tính lại ở vòng sau.',
  drawn: 'Con số rơi đúng vào ô đã rút',
  drawnWhy:
    'Mỗi món quà giữ một dãy số: tỷ lệ càng cao, dãy càng dài. Dòng giữ số {number} được ' +
    'đánh dấu.',
  drawnHow:
    'Đi theo thứ tự bảng, lần lượt trừ từng trọng số cho đến khi con số nhỏ hơn trọng số ' +
    'đang xét.',
  slot: 'Món rút trúng là món được trao',
  slotWhy: 'Ô được trao chính là ô đã rút.',
  pity: 'Sau nhiều lần trượt, chỉ rút trong các ô có quà',
  pityWhy:
    'Bảng tỷ lệ đã hứa như vậy, và mỗi ô có quà bị bỏ ra đều có lý do kèm số đếm. Các số ' +
    'đếm đó có thật hay không thì biên nhận không chứng minh được.',
  soldOut: 'Món rút trúng đã hết nên món thay thế được trao',
  soldOutWhy:
    'Biên nhận ghi ô đã rút là hết quà và trao món thay thế có trong bảng. Kho có thật ' +
    'sự hết hay không thì biên nhận không chứng minh được.',
  notYet: 'Món rút trúng chưa thể trao nên món thay thế được trao',
  notYetWhy:
    'Biên nhận ghi đã mở bao nhiêu suất, hoặc ngân sách có bao nhiêu và đã dùng bao ' +
    'nhiêu. Các số đếm đó có thật hay không thì biên nhận không chứng minh được.',
  prize: 'Quà',
  numbers: 'Dãy số',
  chance: 'Tỷ lệ',
  bytes: 'Từng byte, dành cho lập trình viên',
  bytesSealHeld: 'Dấu niêm phong bạn giữ',
  bytesSeal: 'Dấu niêm phong trong biên nhận',
  bytesSeedGiven: 'Số gốc của trình duyệt mà bạn đã gửi',
  bytesSeed: 'Số gốc của trình duyệt trong biên nhận',
  bytesTable: 'Bảng, dạng văn bản UTF-8',
  bytesTableHash: 'SHA-256 của bảng',
  bytesPlace: 'Vị trí, dạng văn bản UTF-8: site, game, stream, epoch, index',
  bytesSealed:
    'Các byte được băm, dạng thập lục phân: số gốc của máy chủ, SHA-256 của bảng, vị trí',
  bytesComputed: 'Dấu niêm phong tính được',
  bytesKey: 'Khóa, dạng thập lục phân: số gốc của máy chủ',
  bytesMessage: 'Thông điệp, dạng văn bản UTF-8: số gốc của trình duyệt, số thứ tự, vòng',
  bytesFirst: '8 byte đầu, viết thành số',
  bytesSum: 'Tổng trọng số dùng để rút',
  bytesNumber: 'Con số trong biên nhận',
  bytesRejected: 'Số giá trị bị loại trước đó',
  bytesWeights: 'Các trọng số theo thứ tự',
  bytesDrawn: 'Ô đã rút, đếm từ 0',
  bytesGiven: 'Ô được trao, đếm từ 0',
  bytesStandIn: 'Ô thay thế của bảng',
  bytesDeviations: 'Các trường hợp thay thế',
  noSlot: 'không có ô này',
  proved: 'Những điều được chứng minh',
  provedSeed: 'Số gốc của máy chủ và bảng tỷ lệ đã cố định trước khi số gốc của bạn được biết.',
  provedNumber: 'Con số rút ra được tính từ hai số gốc, không từ gì khác.',
  provedSlot: 'Con số rơi vào đúng ô mà biên nhận ghi.',
  notProved: 'Những điều không được chứng minh',
  notStock: 'Quà thật sự đã hết.',
  notStockWhy:
    'Khi biên nhận ghi món rút trúng đã hết, trang này kiểm tra món thay thế và lý do. ' +
    'Kệ hàng của cửa hàng thì không kiểm tra được.',
  notWithheld: 'Không có câu trả lời nào bị giữ lại.',
  notWithheldWhy:
    'Các lượt rút của một người trong một trò được đánh số liền nhau, nên lượt bị giấu ' +
    'sẽ lộ ra ở số kế tiếp. Nếu máy chủ ngừng trả lời hẳn thì không còn gì để kiểm tra.',
  notHeld: 'Dấu niêm phong đúng là dấu bạn đã giữ.',
  notHeldWhy:
    'Trang này chỉ so được khi bạn đã ghi lại dấu trước khi quay và nhập vào phía trên. ' +
    'Tiện ích tự làm việc đó cho các lượt quay của mình.',
  yourself: 'Đừng tin ai, kể cả trang này',
  yourselfWhy:
    'Bộ dữ liệu kiểm thử đã công bố ghi đúng từng byte được băm. Với nó, bạn có thể tự ' +
    'viết một bộ kiểm tra khác bằng bất kỳ ngôn ngữ nào có SHA-256 và HMAC, chỉ khoảng ' +
    'bốn mươi dòng.',
  vectors: 'Bộ dữ liệu kiểm thử, dạng JSON',
};
