/** What the shop sells. Prices are dong, and the only ones that count. */
import type { Phrase } from './words.ts';

export type Shelf = 'tea' | 'ceramics' | 'paper';

export interface Product {
  readonly id: string;
  readonly shelf: Shelf;
  readonly name: Phrase;
  /** One line for the card. */
  readonly line: Phrase;
  readonly story: Phrase;
  readonly facts: readonly Phrase[];
  /** What the picture shows, for those who do not see it. */
  readonly picture: Phrase;
  readonly price: number;
  /** How many there are; null when more can always be made. */
  readonly stock: number | null;
}

export const shelves: readonly Shelf[] = ['tea', 'ceramics', 'paper'];

export const products: readonly Product[] = [
  {
    id: 'tra-sen-tinh-tam',
    shelf: 'tea',
    name: { vi: 'Trà sen Tịnh Tâm', en: 'Tịnh Tâm lotus tea' },
    line: { vi: 'Ướp trong hoa qua một đêm', en: 'Kept in the flower for a night' },
    story: {
      vi: 'Chiều xuống, người ta hé cánh sen trên hồ Tịnh Tâm, đổ vào một nhúm trà rồi buộc lại. Sáng ra, trà đã nhớ hương hoa.',
      en: 'At dusk the lotus on Tịnh Tâm lake are opened by hand, filled with a pinch of tea and tied shut. By morning the tea remembers the flower.',
    },
    facts: [
      { vi: 'Hộp thiếc 80 g', en: '80 g tin' },
      { vi: 'Pha 80 °C, 2 phút, được 4 nước', en: 'Brew at 80 °C, 2 minutes, four times' },
    ],
    picture: {
      vi: 'Hộp trà màu ngọc bên một bông sen hồng vừa nở',
      en: 'A jade tea tin beside a pink lotus in bloom',
    },
    price: 285_000,
    stock: null,
  },
  {
    id: 'am-men-ngoc',
    shelf: 'ceramics',
    name: { vi: 'Ấm men ngọc', en: 'Celadon teapot' },
    line: { vi: 'Quai tre, vừa ba chén', en: 'Bamboo handle, holds three cups' },
    story: {
      vi: 'Men chảy dày ở chân ấm, mỏng dần trên vai, nên không chiếc nào giống chiếc nào. Quai tre hơ lửa uốn tay, cầm không nóng.',
      en: 'The glaze pools at the foot and thins at the shoulder, so no two are alike. The bamboo handle is bent over a flame and stays cool.',
    },
    facts: [
      { vi: 'Dung tích 420 ml', en: 'Holds 420 ml' },
      { vi: 'Rửa bằng tay, tráng nước sôi trước khi pha', en: 'Wash by hand, warm before brewing' },
    ],
    picture: {
      vi: 'Ấm trà men ngọc quai tre, hơi nước bay lên',
      en: 'A celadon teapot with a bamboo handle, steam rising',
    },
    price: 640_000,
    stock: 24,
  },
  {
    id: 'den-long-giay',
    shelf: 'paper',
    name: { vi: 'Đèn lồng Hội An', en: 'Hội An lantern' },
    line: { vi: 'Nan tre, lụa vàng nghệ', en: 'Bamboo ribs, turmeric silk' },
    story: {
      vi: 'Mười sáu nan tre vót tay, bọc lụa, gập lại gọn như chiếc ô. Treo trước hiên, bóng vàng 4 W là đủ ấm cả lối đi.',
      en: 'Sixteen bamboo ribs under silk; it folds like an umbrella. On a porch, a warm 4 W bulb is enough for the whole path.',
    },
    facts: [
      { vi: 'Cao 32 cm, đui E27', en: '32 cm tall, E27 socket' },
      { vi: 'Gập lại còn 6 cm', en: 'Folds to 6 cm' },
    ],
    picture: {
      vi: 'Đèn lồng lụa vàng sáng trong đêm xanh, hai chiếc khác ở xa',
      en: 'A lit yellow silk lantern in the blue evening, two more behind it',
    },
    price: 240_000,
    stock: null,
  },
  {
    id: 'chen-mua',
    shelf: 'ceramics',
    name: { vi: 'Bộ chén Mưa', en: 'Rain cups' },
    line: { vi: 'Bốn chén, bốn sắc mưa', en: 'Four cups, four kinds of rain' },
    story: {
      vi: 'Mưa bụi, mưa rào, mưa dầm, mưa bóng mây. Mỗi chén một nước men, xếp chồng vừa khít trên kệ nhỏ.',
      en: 'Drizzle, downpour, long rain and sun shower: one glaze for each. They stack neatly on a narrow shelf.',
    },
    facts: [
      { vi: 'Bộ 4 chén, mỗi chén 90 ml', en: 'Set of 4, 90 ml each' },
      { vi: 'Dùng được máy rửa chén', en: 'Safe in the dishwasher' },
    ],
    picture: {
      vi: 'Bốn chén gốm bốn màu men xếp thành chồng, mưa sau cửa sổ',
      en: 'Four glazed cups in a leaning stack, rain behind them',
    },
    price: 360_000,
    stock: null,
  },
  {
    id: 'so-giay-do',
    shelf: 'paper',
    name: { vi: 'Sổ giấy dó', en: 'Dó paper notebook' },
    line: { vi: 'Khâu chỉ đỏ, 96 trang', en: 'Sewn in red thread, 96 pages' },
    story: {
      vi: 'Giấy dó xốp và bền, thấm mực mà không lem. Bìa nhuộm chàm, khâu năm mũi kiểu cũ bằng chỉ đỏ.',
      en: 'Dó paper is soft and strong; it drinks ink and does not bleed. Indigo cover, five old-style stitches in red.',
    },
    facts: [
      { vi: '14 × 20 cm, 96 trang trơn', en: '14 × 20 cm, 96 plain pages' },
      { vi: 'Mỗi tờ dày mỏng khác nhau một chút', en: 'Every sheet is a little different' },
    ],
    picture: {
      vi: 'Sổ bìa chàm khâu chỉ đỏ, cây bút lông đặt chéo',
      en: 'An indigo notebook sewn in red thread, a brush laid across it',
    },
    price: 165_000,
    stock: null,
  },
  {
    id: 'tra-cung-dinh',
    shelf: 'tea',
    name: { vi: 'Trà cung đình', en: 'Royal herb tea' },
    line: { vi: 'Mười vị, ngọt hậu, không caffeine', en: 'Ten herbs, sweet finish, no caffeine' },
    story: {
      vi: 'Hoa cúc, táo đỏ, kỷ tử, cam thảo, hoa lài và năm vị nữa, theo lối nấu trà của phủ đệ xưa ở Huế.',
      en: 'Chrysanthemum, red date, goji, liquorice, jasmine and five more, the way the old houses of Huế steep it.',
    },
    facts: [
      { vi: 'Gói 10 túi, mỗi túi một ấm', en: 'Ten sachets, one pot each' },
      { vi: 'Hãm nước sôi 8 phút', en: 'Steep in boiling water for 8 minutes' },
    ],
    picture: {
      vi: 'Ly thủy tinh trà hổ phách, hoa cúc nổi trên mặt',
      en: 'A glass of amber tea with chrysanthemums floating',
    },
    price: 95_000,
    stock: null,
  },
  {
    id: 'dia-men-lam',
    shelf: 'ceramics',
    name: { vi: 'Đĩa men lam', en: 'Huế blue plate' },
    line: { vi: 'Vẽ tay cá chép và sóng', en: 'Carp and waves, by hand' },
    story: {
      vi: 'Màu lam vẽ dưới men theo nét đồ sứ ký kiểu. Người vẽ đặt bút một lần, không dặm lại, nên nước luôn như đang chảy.',
      en: 'Cobalt under the glaze, in the manner of the old court ware. The brush goes down once and is not corrected, so the water keeps moving.',
    },
    facts: [
      { vi: 'Đường kính 21 cm', en: '21 cm across' },
      { vi: 'An toàn cho thực phẩm', en: 'Safe for food' },
    ],
    picture: {
      vi: 'Đĩa trắng men lam vẽ cá chép vờn sóng',
      en: 'A white plate painted in blue: a carp among waves',
    },
    price: 290_000,
    stock: null,
  },
  {
    id: 'hoa-thanh-tien',
    shelf: 'paper',
    name: { vi: 'Hoa giấy Thanh Tiên', en: 'Thanh Tiên paper flowers' },
    line: { vi: 'Một bó không bao giờ héo', en: 'A bunch that never wilts' },
    story: {
      vi: 'Làng Thanh Tiên bên sông Hương làm hoa giấy đã ba trăm năm, nhuộm bằng lá và vỏ cây. Mỗi bó đủ màu, như lệ cũ.',
      en: 'Thanh Tiên, by the Perfume River, has made paper flowers for three hundred years, dyed with leaves and bark. Every colour in each bunch, as custom asks.',
    },
    facts: [
      { vi: 'Bó 8 bông, dài 45 cm', en: 'Bunch of 8, 45 cm long' },
      { vi: 'Tránh nắng gắt và hơi ẩm', en: 'Keep from hot sun and damp' },
    ],
    picture: {
      vi: 'Bó hoa giấy hồng, vàng, tím gói trong giấy nâu',
      en: 'Paper flowers in pink, yellow and violet, wrapped in brown paper',
    },
    price: 145_000,
    stock: null,
  },
  {
    id: 'binh-thanh-ha',
    shelf: 'ceramics',
    name: { vi: 'Bình Thanh Hà', en: 'Thanh Hà vase' },
    line: { vi: 'Đất nung mộc, hợp một cành', en: 'Bare clay, for a single branch' },
    story: {
      vi: 'Đất sông Thu Bồn, bàn xoay đạp chân, lò củi. Không men, chỉ có vệt lửa. Để một cành mai là vừa.',
      en: 'Clay from the Thu Bồn river, a wheel turned by foot, a wood kiln. No glaze, only the mark of the fire. One branch is enough.',
    },
    facts: [
      { vi: 'Cao 26 cm', en: '26 cm tall' },
      { vi: 'Lót trong chống thấm', en: 'Sealed inside' },
    ],
    picture: {
      vi: 'Bình đất nung cắm một cành mai vàng trước tường xanh',
      en: 'A terracotta vase with one branch of yellow blossom, a green wall',
    },
    price: 420_000,
    stock: null,
  },
  {
    id: 'quat-giay',
    shelf: 'paper',
    name: { vi: 'Quạt giấy sông Hương', en: 'Perfume River fan' },
    line: { vi: 'Gấp lại, sông nằm trong tay', en: 'Fold it, and the river fits a hand' },
    story: {
      vi: 'In mộc bản bốn màu: núi Ngự, con đò và dòng nước. Nan trúc, giấy bồi ba lớp, quạt êm không kêu.',
      en: 'Printed from four woodblocks: Ngự mountain, a boat, the water. Bamboo ribs, three layers of paper, a quiet breeze.',
    },
    facts: [
      { vi: 'Mở 42 cm', en: '42 cm when open' },
      { vi: 'Kèm bao vải', en: 'With a cloth sleeve' },
    ],
    picture: {
      vi: 'Quạt giấy mở, vẽ núi xanh, mặt trời và con đò',
      en: 'An open fan: blue hills, a low sun and a boat',
    },
    price: 120_000,
    stock: null,
  },
  {
    id: 'tra-shan-tuyet',
    shelf: 'tea',
    name: { vi: 'Bánh trà shan tuyết', en: 'Snow shan tea cake' },
    line: { vi: 'Cây trăm tuổi, ép tay', en: 'Century trees, pressed by hand' },
    story: {
      vi: 'Búp phủ lông trắng từ những cây trà trên núi cao, ép thành bánh rồi gói giấy dó. Cất vài năm, vị càng tròn.',
      en: 'White-haired buds from old mountain trees, pressed into a cake and wrapped in dó paper. Keep it a few years and it rounds.',
    },
    facts: [
      { vi: 'Bánh 200 g', en: '200 g cake' },
      { vi: 'Pha 90 °C, được 6 nước', en: 'Brew at 90 °C, six times' },
    ],
    picture: {
      vi: 'Bánh trà tròn gói giấy, một miếng bẻ ra để lộ búp trà',
      en: 'A round tea cake in paper, a piece broken off to show the leaf',
    },
    price: 320_000,
    stock: null,
  },
  {
    id: 'tranh-lang-sinh',
    shelf: 'paper',
    name: { vi: 'Tranh làng Sình', en: 'Sình village print' },
    line: { vi: 'Mộc bản, màu từ vỏ điệp', en: 'Woodblock, shell-white ground' },
    story: {
      vi: 'Con mèo ngủ trên mái ngói, in từ một ván gỗ mít. Nền điệp lấp lánh khi nghiêng ra ánh sáng.',
      en: 'A cat asleep on a tiled roof, from a single jackfruit block. The shell-white ground glints when you tilt it to the light.',
    },
    facts: [
      { vi: '27 × 36 cm, chưa kèm khung', en: '27 × 36 cm, frame not included' },
      { vi: 'In 60 bản, đánh số tay', en: 'Edition of 60, numbered by hand' },
    ],
    picture: {
      vi: 'Tranh in con mèo mướp ngủ trên mái ngói dưới trăng',
      en: 'A print of a cat asleep on a tiled roof under the moon',
    },
    price: 190_000,
    stock: 60,
  },
];

const byId = new Map(products.map((product) => [product.id, product]));

export function findProduct(id: string): Product | undefined {
  return byId.get(id);
}
