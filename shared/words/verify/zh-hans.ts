/** What the page that checks receipts says, in simplified Chinese. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: '核对一次转动',
  intro:
    '每次转动都会留下凭证。把凭证粘贴到这里，你的浏览器会把整个抽奖过程重新算一遍。' +
    '你粘贴的内容不会离开本页。',
  language: '语言',
  receipt: '凭证，JSON 格式或链接的末尾部分',
  noted: '我在转动前记下了封印',
  notedHint:
    '下次转动的封印显示在组件的“公平可查”里。如果你记下了它和你给出的客户端种子，' +
    '本页还能核对两者有没有被调换。',
  notedSeal: '封印（commitment），64 位十六进制数字',
  notedSeed: '客户端种子（client seed），32 位十六进制数字',
  check: '核对',
  noReceipt: '这不是凭证',
  noReceiptHint: '请完整粘贴：以 { 开头，以 } 结尾。',
  notHere: '这里无法核对',
  notHereHint: '本页需要安全地址（https）才能计算 SHA-256。',
  noDraw: '这份凭证无法计算',
  noDrawHint: '其中的数字构不成一次抽奖。',
  allHolds: '全部吻合',
  allHoldsHint: '你的浏览器算完了下面每一步，结果与凭证一致。',
  notAll: '这份凭证不吻合',
  notAllHint: '下面至少有一步的结果与凭证不同。',
  holds: '吻合',
  fails: '不吻合',
  seen: '封印就是你在转动前保管的那个',
  seenWhy: '凭证里的封印和客户端种子与你记下的相同。',
  commitment: '服务器种子和概率与封存的一致',
  commitmentWhy:
    '封印就像指纹：种子或概率改动一个字符，封印就会不同。你的浏览器把凭证里的内容重新封存了一遍，用来对比。',
  commitmentHow: '对服务器种子、概率表的 SHA-256 和抽奖位置一起计算 SHA-256，得到的就是封印。',
  number: '数字由双方的种子算出',
  numberWhy:
    '服务器种子和你的种子混合在一起，得出 {total} 个数字中的一个，任何一方都无法单独决定。凭证写的是 {number}。',
  numberHow:
    '取 HMAC-SHA256 的前 8 个字节作为整数，再对权重总和取余。' +
    '落在区间末尾不足一整份的值会被舍弃，进入下一轮。',
  drawn: '数字正好落在抽中的那一格',
  drawnWhy: '每项奖品占有一段数字，概率越高，这一段越长。{number} 所在的那一行已标出。',
  drawnHow: '按顺序走过概率表，从数字里逐个减去权重，直到它小于当前的权重。',
  slot: '发放的就是抽中的',
  slotWhy: '发放的格子就是抽中的格子。',
  pity: '多次未中之后，只从有奖的格子里抽',
  pityWhy:
    '概率表里有这个承诺，每个被排除的有奖格子都写明了原因和计数。这些计数是否真实，' +
    '凭证无法证明。',
  soldOut: '抽中的奖品已送完，发放了替代奖品',
  soldOutWhy:
    '凭证写明抽中的格子已送完，并发放概率表中的替代奖品。库存是否真的没有了，凭证无法证明。',
  notYet: '抽中的奖品暂时不能发放，发放了替代奖品',
  notYetWhy: '凭证写明已放出多少份，或预算有多少、用了多少。这些计数是否真实，凭证无法证明。',
  prize: '奖品',
  numbers: '数字',
  chance: '概率',
  bytes: '每一个字节（供程序员查看）',
  bytesSealHeld: '你保管的封印',
  bytesSeal: '凭证里的封印',
  bytesSeedGiven: '你给出的客户端种子',
  bytesSeed: '凭证里的客户端种子',
  bytesTable: '概率表，UTF-8 文本',
  bytesTableHash: '概率表的 SHA-256',
  bytesPlace: '位置，UTF-8 文本：site、game、stream、epoch、index',
  bytesSealed: '参与哈希的字节，十六进制：服务器种子、概率表的 SHA-256、位置',
  bytesComputed: '算出的封印',
  bytesKey: '密钥，十六进制：服务器种子',
  bytesMessage: '消息，UTF-8 文本：客户端种子、序号、轮次',
  bytesFirst: '前 8 个字节换算成的数字',
  bytesSum: '参与抽奖的权重总和',
  bytesNumber: '凭证里的数字',
  bytesRejected: '在它之前舍弃的值的个数',
  bytesWeights: '按顺序排列的权重',
  bytesDrawn: '抽中的格子，从 0 数起',
  bytesGiven: '发放的格子，从 0 数起',
  bytesStandIn: '概率表中的替代格子',
  bytesDeviations: '偏离记录',
  noSlot: '没有这一格',
  proved: '这能证明什么',
  provedSeed: '服务器种子和概率表在知道你的种子之前就已固定。',
  provedNumber: '抽出的数字只由双方的种子决定，与其他无关。',
  provedSlot: '数字落在凭证所写的那一格。',
  notProved: '这不能证明什么',
  notStock: '库存真的没有了。',
  notStockWhy: '凭证写明抽中的奖品已送完时，会核对替代奖品和原因，但不会去查店铺的货架。',
  notWithheld: '没有扣下任何一次答复。',
  notWithheldWhy:
    '同一位顾客在同一个游戏里的抽奖连续编号，藏起一次，下一个序号就会露出来。' +
    '如果服务器从此不再答复，就没有东西可以核对了。',
  notHeld: '封印就是你保管过的那个。',
  notHeldWhy: '只有你在转动前记下并填在上面，本页才能比对。组件会为自己的每次转动自动比对。',
  yourself: '谁都不必相信，包括本页',
  yourselfWhy:
    '公开的测试向量列出了参与哈希的每个字节。有了它，你可以用任何带 SHA-256 和 HMAC ' +
    '的语言自己写一个核对程序，大约四十行。',
  vectors: '测试向量，JSON 格式',
};
