/** Everything the shop says, in Vietnamese and in English. */

export type Language = 'vi' | 'en';
export type Phrase = Readonly<Record<Language, string>>;

export const languages: readonly Language[] = ['vi', 'en'];

export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'vi' || text === 'en';
}

const words = {
  shopTitle: { vi: 'Hiên — trà, gốm và giấy', en: 'Hiên — tea, clay and paper' },
  shopPlace: { vi: 'Huế · Hội An', en: 'Huế · Hội An' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to content' },
  home: { vi: 'Trang chủ', en: 'Home' },
  cart: { vi: 'Giỏ hàng', en: 'Cart' },
  cartCount: { vi: 'Giỏ hàng, {n} món', en: 'Cart, {n} items' },
  orders: { vi: 'Đơn của tôi', en: 'My orders' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  wheel: { vi: 'Vòng quay', en: 'Wheel' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  mailbox: { vi: 'Thư của bản dùng thử', en: 'Mails of this demo' },
  mailboxText: {
    vi: 'Bản dùng thử không gửi thư đi đâu cả: mã xác nhận hiện ở đây.',
    en: 'This demo sends no mail anywhere: the codes that would go out are shown here.',
  },
  mailboxEmpty: { vi: 'Chưa có thư nào.', en: 'There is none so far.' },
  mainMenu: { vi: 'Điều hướng chính', en: 'Main' },

  heroTitle: {
    vi: 'Mưa thì ngồi hiên, pha ấm trà.',
    en: 'Rain again. Sit on the porch, make tea.',
  },
  heroText: {
    vi: 'Trà ướp hoa, gốm nung củi và giấy xeo tay, từ những người thợ chúng tôi quen tên ở Huế và Hội An.',
    en: 'Flower-scented tea, wood-fired clay and handmade paper, from makers in Huế and Hội An we know by name.',
  },
  heroLink: { vi: 'Xem các món', en: 'See what we have' },
  heroPicture: {
    vi: 'Hiên nhà tường vàng, cửa chớp xanh, ấm trà trên bàn và mưa rơi ngoài mái ngói',
    en: 'A porch with a yellow wall and green shutters, a teapot on the table, rain beyond the tiled eaves',
  },
  shelfAll: { vi: 'Tất cả', en: 'Everything' },
  shelfTea: { vi: 'Trà', en: 'Tea' },
  shelfCeramics: { vi: 'Gốm', en: 'Clay' },
  shelfPaper: { vi: 'Giấy', en: 'Paper' },
  shelvesMenu: { vi: 'Ngăn hàng', en: 'Shelves' },
  listTitle: { vi: 'Trên kệ hôm nay', en: 'On the shelf today' },
  wheelTitle: { vi: 'Trước hiên có vòng quay', en: 'There is a wheel on the porch' },
  wheelText: {
    vi: 'Mỗi ngày ba lượt, không mất gì. Phần thưởng là mã giảm giá, điểm hoặc miễn phí giao hàng, dùng ngay trong giỏ.',
    en: 'Three turns a day, free. Win a discount, points or free delivery, good in your cart right away.',
  },
  wheelOpen: { vi: 'Mở vòng quay', en: 'Open the wheel' },
  wheelNoScript: {
    vi: 'Vòng quay cần JavaScript. Cửa hàng thì không: bạn vẫn mua được bình thường.',
    en: 'The wheel needs JavaScript. The shop does not: you can buy as usual.',
  },
  careTitle: { vi: 'Gói như gói quà', en: 'Packed like a present' },
  careText: {
    vi: 'Giấy dó vụn thay cho xốp, hộp carton dùng lại. Vỡ thì chụp cho chúng tôi một tấm, gửi lại ngay.',
    en: 'Paper offcuts instead of foam, boxes used again. If it breaks, send a photo and we send another.',
  },
  deliveryTitle: { vi: 'Giao toàn quốc', en: 'Delivery' },
  deliveryText: {
    vi: '{fee} mỗi đơn, miễn phí từ {from}. Hai đến bốn ngày.',
    en: '{fee} an order, free from {from}. Two to four days.',
  },
  makersTitle: { vi: 'Người làm', en: 'The makers' },
  makersText: {
    vi: 'Thanh Hà, Thanh Tiên, làng Sình, Tịnh Tâm: bốn nơi, mười một người, ai cũng có tên trên hộp.',
    en: 'Thanh Hà, Thanh Tiên, Sình, Tịnh Tâm: four places, eleven people, each named on the box.',
  },

  quantity: { vi: 'Số lượng', en: 'Quantity' },
  addToCart: { vi: 'Thêm vào giỏ', en: 'Add to cart' },
  soldOut: { vi: 'Đã hết', en: 'Sold out' },
  stockLeft: { vi: 'Còn {n}', en: '{n} left' },
  alsoOnShelf: { vi: 'Cùng ngăn', en: 'From the same shelf' },
  added: { vi: 'Đã thêm vào giỏ.', en: 'Added to your cart.' },
  toCart: { vi: 'Xem giỏ hàng', en: 'See the cart' },

  cartEmpty: { vi: 'Giỏ còn trống.', en: 'Your cart is empty.' },
  cartEmptyText: { vi: 'Bắt đầu bằng một ấm trà nhé?', en: 'Perhaps start with some tea?' },
  codeWaits: {
    vi: 'Mã {code} sẽ được dùng khi giỏ có hàng.',
    en: 'Code {code} will be used once something is in the cart.',
  },
  backToShop: { vi: 'Về cửa hàng', en: 'Back to the shop' },
  update: { vi: 'Cập nhật', en: 'Update' },
  remove: { vi: 'Bỏ {name}', en: 'Remove {name}' },
  removeShort: { vi: 'Bỏ', en: 'Remove' },
  quantityOf: { vi: 'Số lượng {name}', en: 'Quantity of {name}' },
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  goods: { vi: 'Tiền hàng', en: 'Goods' },
  discount: { vi: 'Giảm giá', en: 'Discount' },
  shipping: { vi: 'Giao hàng', en: 'Delivery' },
  free: { vi: 'Miễn phí', en: 'Free' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  voucherCode: { vi: 'Mã giảm giá', en: 'Voucher code' },
  voucherApply: { vi: 'Dùng mã', en: 'Apply' },
  voucherRemove: { vi: 'Bỏ mã', en: 'Remove code' },
  voucherApplied: { vi: 'Đã dùng mã {code}', en: 'Code {code} applied' },
  freeShippingHint: {
    vi: 'Thêm {amount} nữa là được miễn phí giao hàng.',
    en: '{amount} more and delivery is free.',
  },
  toCheckout: { vi: 'Đặt hàng', en: 'Check out' },

  checkout: { vi: 'Đặt hàng', en: 'Checkout' },
  whereTo: { vi: 'Gửi đến đâu?', en: 'Where should it go?' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  payment: { vi: 'Thanh toán', en: 'Payment' },
  paymentText: { vi: 'Trả tiền khi nhận hàng.', en: 'Cash on delivery.' },
  placeOrder: { vi: 'Đặt hàng · {total}', en: 'Place order · {total}' },
  orderWithoutCode: { vi: 'Đặt không dùng mã · {total}', en: 'Order without the code · {total}' },
  guestHint: {
    vi: 'Đăng nhập để đơn này được cộng điểm.',
    en: 'Sign in and this order earns points.',
  },
  fieldsMissing: {
    vi: 'Chưa đặt được: cần họ tên, số điện thoại và địa chỉ.',
    en: 'Not ordered yet: we need a name, a phone number and an address.',
  },
  priceChanged: {
    vi: 'Mã vừa đổi giá trị với giỏ này. Chưa đặt hàng; xem lại tổng rồi bấm lần nữa.',
    en: 'The code is now worth something else on this cart. Nothing was ordered; look at the total and press again.',
  },
  stockShort: {
    vi: '{name} chỉ còn {left}. Chưa đặt hàng; hãy chỉnh lại số lượng.',
    en: 'Only {left} of {name} left. Nothing was ordered; please change the quantity.',
  },

  thanks: { vi: 'Cảm ơn, {name}.', en: 'Thank you, {name}.' },
  thanksText: {
    vi: 'Đơn {id} đã nhận. Chúng tôi gói trong hôm nay và gọi trước khi giao.',
    en: 'We have order {id}. We pack it today and call before delivery.',
  },
  order: { vi: 'Đơn {id}', en: 'Order {id}' },
  pointsEarned: { vi: 'Đơn này được {n} điểm.', en: 'This order earned {n} points.' },
  pointsWaiting: {
    vi: 'Điểm của đơn này sẽ được cộng sau ít phút.',
    en: 'The points for this order will follow in a few minutes.',
  },
  shipTo: { vi: 'Gửi đến', en: 'Delivered to' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  placed: { vi: 'Đang gói', en: 'Being packed' },
  refunded: { vi: 'Đã hoàn {amount}', en: '{amount} refunded' },
  noOrders: { vi: 'Chưa có đơn nào.', en: 'No orders yet.' },
  ordersGuest: {
    vi: 'Đây là các đơn đặt từ trình duyệt này. Đăng nhập để thấy tất cả.',
    en: 'These are the orders from this browser. Sign in to see them all.',
  },
  seeOrder: { vi: 'Xem đơn', en: 'See the order' },
  rewards: { vi: 'Quà của bạn', en: 'Your rewards' },
  pointsHave: { vi: 'điểm', en: 'points' },
  noVouchers: {
    vi: 'Chưa có mã nào. Thử một vòng quay.',
    en: 'No codes yet. Try a turn of the wheel.',
  },
  minimumSpend: { vi: 'đơn từ {amount}', en: 'orders from {amount}' },
  useCode: { vi: 'Dùng mã {code}', en: 'Use code {code}' },
  rewardsDown: {
    vi: 'Chưa xem được quà lúc này. Quà vẫn còn nguyên; hãy thử lại sau.',
    en: 'Your rewards cannot be shown right now. They are safe; try again later.',
  },

  clerk: { vi: 'Bàn nhân viên', en: 'The clerk’s desk' },
  clerkText: {
    vi: 'Chỉ có trong bản dùng thử. Mỗi nút là một lời gọi REST từ máy chủ cửa hàng.',
    en: 'Only in this demo. Each button is one REST call from the shop’s server.',
  },
  clerkCancel: { vi: 'Hủy đơn', en: 'Cancel the order' },
  clerkRefund: { vi: 'Hoàn tiền', en: 'Refund' },
  clerkAmount: { vi: 'Số tiền hoàn (tối đa {max})', en: 'Amount to refund (at most {max})' },
  clerkPoints: { vi: 'Xin lỗi: tặng {n} điểm', en: 'Apologise: {n} points' },
  clerkVoucher: { vi: 'Xin lỗi: miễn phí giao hàng', en: 'Apologise: free delivery' },
  clerkCalls: { vi: 'Cửa hàng đã gửi', en: 'What the shop sent' },
  noteWaiting: { vi: 'chưa tới, sẽ gửi lại', en: 'not there yet, will be sent again' },
  noteGivenUp: { vi: 'không gửi được', en: 'could not be sent' },
  refundRefused: {
    vi: 'Chưa hoàn: số tiền phải từ 1 đến {max}.',
    en: 'Not refunded: the amount must be from 1 to {max}.',
  },
  clerkDone: { vi: 'Đã ghi vào đơn.', en: 'Done, and noted on the order.' },

  whoAreYou: { vi: 'Hôm nay bạn là ai?', en: 'Who are you today?' },
  whoAreYouText: {
    vi: 'Ba khách quen để thử. Cửa hàng thật sẽ hỏi mật khẩu.',
    en: 'Three regulars to try. A real shop would ask for a password.',
  },
  continueAs: { vi: 'Vào với tên {name}', en: 'Continue as {name}' },

  consentTitle: { vi: 'Cho phép đếm lượt xem?', en: 'May we count visits?' },
  consentText: {
    vi: 'Trò chơi và giỏ hàng chạy không cần điều này. Nếu đồng ý, chúng tôi biết phần nào của trang được xem.',
    en: 'The games and the cart work without it. If you agree, we learn which parts of the page are seen.',
  },
  consentYes: { vi: 'Đồng ý', en: 'Allow' },
  consentNo: { vi: 'Không', en: 'No thanks' },
  privacy: { vi: 'Quyền riêng tư', en: 'Privacy' },
  privacyText: {
    vi: 'Cookie của cửa hàng nhớ giỏ hàng, ngôn ngữ và câu trả lời dưới đây. Ngoài ra không có gì.',
    en: 'The shop’s cookies remember your cart, your language and the answer below. Nothing else.',
  },
  privacyIsYes: { vi: 'Hiện tại: bạn đã đồng ý.', en: 'Now: you have agreed.' },
  privacyIsNo: { vi: 'Hiện tại: bạn không đồng ý.', en: 'Now: you have not agreed.' },
  footText: {
    vi: 'Một cửa hàng tưởng tượng, làm để thử Fairground. Không món nào được gửi đi thật.',
    en: 'An imaginary shop, made to try Fairground. Nothing is really sent.',
  },

  notFound: { vi: 'Không có trang này.', en: 'There is no such page.' },
  notFoundText: { vi: 'Có thể món này đã rời kệ.', en: 'It may have left the shelf.' },
  forbidden: { vi: 'Yêu cầu bị từ chối.', en: 'Request refused.' },
  forbiddenText: {
    vi: 'Biểu mẫu không đến từ trang của cửa hàng. Hãy mở lại trang và thử lần nữa.',
    en: 'The form did not come from the shop’s own page. Open the page again and retry.',
  },
  broken: { vi: 'Có trục trặc ở phía chúng tôi.', en: 'Something broke on our side.' },
  brokenText: {
    vi: 'Giỏ của bạn vẫn còn. Hãy thử lại.',
    en: 'Your cart is safe. Please try again.',
  },
} as const satisfies Record<string, Phrase>;

export type Word = keyof typeof words;
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

/** A speaker of one language. `{name}` in a sentence is filled from `values`. */
export function speak(language: Language): Say {
  return (word, values = {}) =>
    words[word][language].replace(/\{(\w+)\}/g, (whole, key: string) =>
      Object.hasOwn(values, key) ? String(values[key]) : whole,
    );
}

/**
 * Why a code cannot be used: what happened, what is safe, what to do. By Fairground's refusal
 * codes.
 */
const codeProblems: Readonly<Record<string, Phrase>> = {
  bad_request: {
    vi: 'Mã này không đúng dạng. Xem lại từng chữ rồi nhập lại.',
    en: 'That does not look like a code. Check it letter by letter.',
  },
  voucher_not_found: {
    vi: 'Không có mã này. Xem lại từng chữ rồi nhập lại.',
    en: 'There is no such code. Check it letter by letter.',
  },
  voucher_expired: { vi: 'Mã này đã hết hạn.', en: 'This code has expired.' },
  voucher_held: {
    vi: 'Mã đang được giữ cho một đơn khác. Thử lại sau 15 phút.',
    en: 'The code is being held for another order. Try again in 15 minutes.',
  },
  voucher_redeemed: { vi: 'Mã này đã được dùng.', en: 'This code has been used.' },
  voucher_voided: { vi: 'Mã này không còn hiệu lực.', en: 'This code is no longer valid.' },
  shopper_needed: {
    vi: 'Mã này dành cho khách đã đăng nhập. Đăng nhập rồi thử lại; mã vẫn còn.',
    en: 'This code is for a signed-in customer. Sign in and try again; the code is safe.',
  },
  identification_needed: {
    vi: 'Mã này thuộc về một khách khác. Đăng nhập đúng tên rồi thử lại.',
    en: 'This code belongs to another customer. Sign in as its owner and try again.',
  },
  minimum_spend_not_met: {
    vi: 'Giỏ chưa đủ mức tối thiểu của mã này. Thêm một món nữa rồi thử lại.',
    en: 'The cart is below this code’s minimum. Add something and try again.',
  },
  currency_mismatch: {
    vi: 'Mã này dùng cho một loại tiền khác.',
    en: 'This code is for another currency.',
  },
  shop_fairground_down: {
    vi: 'Chưa kiểm tra được mã lúc này. Mã vẫn còn cho lần sau; bạn có thể đặt không dùng mã, hoặc thử lại.',
    en: 'The code cannot be checked right now. It is safe for next time; order without it, or try again.',
  },
};

const codeProblemOther: Phrase = {
  vi: 'Chưa dùng được mã này. Mã vẫn còn; hãy thử lại sau.',
  en: 'This code cannot be used now. It is safe; try again later.',
};

export function sayCodeProblem(problem: string, language: Language): string {
  const known = Object.hasOwn(codeProblems, problem) ? codeProblems[problem] : undefined;
  return (known ?? codeProblemOther)[language];
}
