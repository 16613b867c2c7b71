/** What the page that checks receipts says, in Korean. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: '추첨 확인하기',
  intro:
    '돌릴 때마다 확인증이 남아요. 여기에 붙여 넣으면 고객님의 브라우저가 추첨 전체를 ' +
    '다시 계산해요. 붙여 넣은 내용은 이 페이지를 벗어나지 않아요.',
  language: '언어',
  receipt: '확인증(JSON 또는 링크의 끝부분)',
  noted: '돌리기 전에 봉인을 적어 두었어요',
  notedHint:
    '다음 추첨의 봉인은 위젯의 ‘공정한 추첨’에 나와요. 봉인과 고객님이 준 클라이언트 ' +
    '시드를 적어 두었다면, 바꿔치기가 없었는지도 확인할 수 있어요.',
  notedSeal: '봉인(commitment), 16진수 64자리',
  notedSeed: '클라이언트 시드(client seed), 16진수 32자리',
  check: '확인하기',
  noReceipt: '확인증이 아니에요',
  noReceiptHint: '{ 로 시작해 } 로 끝나는 내용을 모두 붙여 넣어 주세요.',
  notHere: '여기서는 확인할 수 없어요',
  notHereHint: 'SHA-256을 계산하려면 보안 주소(https)가 필요해요.',
  noDraw: '이 확인증은 계산할 수 없어요',
  noDrawHint: '적힌 숫자로는 추첨이 되지 않아요.',
  allHolds: '모두 일치해요',
  allHoldsHint: '고객님의 브라우저가 아래 단계를 하나씩 계산했고, 확인증과 같은 결과가 나왔어요.',
  notAll: '이 확인증은 일치하지 않아요',
  notAllHint: '아래 단계 가운데 하나 이상에서 확인증과 다른 결과가 나왔어요.',
  holds: '일치',
  fails: '불일치',
  seen: '돌리기 전에 받은 봉인과 같아요',
  seenWhy: '확인증의 봉인과 클라이언트 시드가 적어 둔 것과 같아요.',
  commitment: '서버 시드와 확률이 봉인된 그대로예요',
  commitmentWhy:
    '봉인은 지문과 같아요. 시드나 확률이 한 글자만 달라져도 다른 봉인이 돼요. 고객님의 브라우저가 확인증의 내용을 다시 봉인해 비교했어요.',
  commitmentHow: '서버 시드, 확률표의 SHA-256, 추첨 위치를 이어 SHA-256을 계산하면 봉인이 나와요.',
  number: '숫자는 양쪽 시드에서 나왔어요',
  numberWhy:
    '서버 시드와 고객님의 시드를 섞으면 숫자 {total}개 가운데 하나가 나와요. 어느 한쪽이 혼자 고를 수 없어요. 확인증에 적힌 숫자: {number}.',
  numberHow:
    'HMAC-SHA256의 앞 8바이트를 정수로 보고 가중치 합으로 나눈 나머지예요. 범위 끝의 ' +
    '남는 구간에 든 값은 버리고 다음 라운드에서 다시 계산해요.',
  drawn: '숫자가 뽑힌 칸에 해당해요',
  drawnWhy:
    '경품마다 숫자 구간이 있고, 확률이 높을수록 구간이 길어요. 표시된 줄에 이 숫자가 들어 있어요: {number}.',
  drawnHow:
    '표의 순서대로 숫자에서 가중치를 하나씩 빼다가, 숫자가 지금의 가중치보다 작아지는 칸이에요.',
  slot: '뽑힌 것을 그대로 드렸어요',
  slotWhy: '드린 칸이 뽑힌 칸과 같아요.',
  pity: '여러 번 꽝이 나온 뒤라 당첨 칸에서만 뽑았어요',
  pityWhy:
    '확률표에 있는 약속이고, 빠진 당첨 칸마다 이유와 수치가 적혀 있어요. 그 수치가 ' +
    '사실인지는 증명되지 않아요.',
  soldOut: '뽑힌 경품이 다 나가 대체 경품을 드렸어요',
  soldOutWhy:
    '확인증에 뽑힌 칸이 소진되었다고 적혀 있고, 표에 있는 대체 경품을 드렸어요. 재고가 ' +
    '정말 없었는지는 증명되지 않아요.',
  notYet: '뽑힌 경품을 아직 드릴 수 없어 대체 경품을 드렸어요',
  notYetWhy:
    '확인증에 지금까지 풀린 수량, 또는 예산과 사용액이 적혀 있어요. 그 수치가 사실인지는 ' +
    '증명되지 않아요.',
  prize: '경품',
  numbers: '숫자',
  chance: '확률',
  bytes: '모든 바이트(프로그래머용)',
  bytesSealHeld: '보관한 봉인',
  bytesSeal: '확인증의 봉인',
  bytesSeedGiven: '고객님이 준 클라이언트 시드',
  bytesSeed: '확인증의 클라이언트 시드',
  bytesTable: '확률표(UTF-8 텍스트)',
  bytesTableHash: '확률표의 SHA-256',
  bytesPlace: '위치(UTF-8 텍스트): site, game, stream, epoch, index',
  bytesSealed: '해시하는 바이트(16진수): 서버 시드, 확률표의 SHA-256, 위치',
  bytesComputed: '계산한 봉인',
  bytesKey: '키(16진수): 서버 시드',
  bytesMessage: '메시지(UTF-8 텍스트): 클라이언트 시드, 순번, 라운드',
  bytesFirst: '앞 8바이트를 나타낸 수',
  bytesSum: '추첨에 쓴 가중치의 합',
  bytesNumber: '확인증의 숫자',
  bytesRejected: '그 전에 버린 값의 개수',
  bytesWeights: '순서대로 나열한 가중치',
  bytesDrawn: '뽑힌 칸(0부터 셈)',
  bytesGiven: '드린 칸(0부터 셈)',
  bytesStandIn: '표의 대체 칸',
  bytesDeviations: '예외 기록',
  noSlot: '없는 칸',
  proved: '증명되는 것',
  provedSeed: '서버 시드와 확률표는 고객님의 시드를 알기 전에 정해졌어요.',
  provedNumber: '뽑힌 숫자는 양쪽 시드에서만 나오고, 다른 것에는 좌우되지 않아요.',
  provedSlot: '숫자가 확인증에 적힌 칸에 해당해요.',
  notProved: '증명되지 않는 것',
  notStock: '재고가 정말 없었다는 것.',
  notStockWhy:
    '확인증에 소진되었다고 적혀 있으면 대체 경품과 이유를 확인해요. 쇼핑몰의 선반까지는 ' +
    '확인하지 못해요.',
  notWithheld: '숨긴 응답이 없다는 것.',
  notWithheldWhy:
    '한 고객의 한 게임 추첨에는 빠짐없이 번호가 매겨져서, 숨기면 다음 번호에서 드러나요. ' +
    '서버가 아예 응답을 멈추면 확인할 것이 남지 않아요.',
  notHeld: '봉인이 고객님이 받은 그 봉인이라는 것.',
  notHeldWhy:
    '돌리기 전에 적어 두고 위에 입력했을 때만 이 페이지가 비교해요. 위젯은 직접 돌린 ' +
    '추첨을 스스로 비교해요.',
  yourself: '아무도 믿지 마세요. 이 페이지도요',
  yourselfWhy:
    '공개된 테스트 벡터에 해시하는 바이트가 그대로 나와 있어요. SHA-256과 HMAC이 있는 ' +
    '언어라면 마흔 줄 정도로 검증 프로그램을 직접 만들 수 있어요.',
  vectors: '테스트 벡터(JSON)',
};
