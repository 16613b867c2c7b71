/** What a shopper reads at the games beside the wheel, in Korean. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: '은박 긁기',
  scratchFor: '{count}포인트로 한 장',
  scratchFree: '무료 한 장 쓰기',
  scratchAgain: '한 장 더',
  scratchReady: '손가락으로 은박을 문질러 보세요.',
  scratchPrice: '한 장을 받고 은박을 문질러 보세요.',
  scratchRub: '읽을 수 있을 때까지 문질러 보세요.',
  scratchAll: '대신 긁어 주기',

  box: '상자 {number}',
  boxReady: '상자를 하나 골라 보세요.',
  boxFor: '{count}포인트로 상자를 하나 고를 수 있어요.',
  boxOpening: '뚜껑을 여는 중…',
  boxAgain: '다시 고르기',

  turnsLeft: '지금 {count}번 더 할 수 있어요.',
  turnsFree: '무료 기회가 {count}번 있어요.',
  turnsNone: '오늘 기회를 모두 썼어요.',
  turnsNoneNext: '오늘 기회를 모두 썼어요. 다음 기회: {when}',
  lostPlayNext: '이번에는 당첨되지 않았어요. 다음 기회: {when}',
  playSafe: '연결이 끊겼어요. 이번 기회는 그대로 두고, 다시 연결되면 한 번만 셀게요.',
  playSlow: '답이 조금 늦어요. 어떤 경우에도 한 번만 셀게요.',

  stateWhy: '규칙에 따라 시작 전에 확인이 필요해요.',
  stateRegion: '어디에 계세요?',
  stateChoose: '골라 주세요',
  stateElsewhere: '다른 곳',
  stateAge: '{age}세 이상이에요.',
  stateKept: '놀이와 함께 쇼핑몰에 전해지고, 이 브라우저가 기억해요.',
  stateGo: '시작하기',
  stateNot: '나중에',
};
