/** What a shopper reads at the games beside the wheel, in Thai. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'ขูดแผ่นเงิน',
  scratchFor: 'รับบัตรด้วย {count} คะแนน',
  scratchFree: 'ใช้บัตรฟรี',
  scratchAgain: 'รับบัตรอีกใบ',
  scratchReady: 'ใช้นิ้วขูดแผ่นเงิน',
  scratchPrice: 'รับบัตรหนึ่งใบแล้วขูดแผ่นเงิน',
  scratchRub: 'ขูดจนอ่านได้',
  scratchAll: 'ขูดให้ที',

  box: 'กล่อง {number}',
  boxReady: 'เลือกหนึ่งกล่อง',
  boxFor: 'เลือกหนึ่งกล่องด้วย {count} คะแนน',
  boxOpening: 'กำลังเปิดฝา…',
  boxAgain: 'เลือกอีกครั้ง',

  turnsLeft: 'ตอนนี้เล่นได้อีก {count} ครั้ง',
  turnsFree: 'คุณมีสิทธิ์เล่นฟรี {count} ครั้ง',
  turnsNone: 'วันนี้ใช้สิทธิ์หมดแล้ว',
  turnsNoneNext: 'วันนี้ใช้สิทธิ์หมดแล้ว เล่นได้อีก: {when}',
  lostPlayNext: 'ครั้งนี้ยังไม่ได้รางวัล เล่นได้อีก: {when}',
  playSafe: 'การเชื่อมต่อหลุด สิทธิ์เล่นยังอยู่ เมื่อกลับมาจะนับเพียงครั้งเดียว',
  playSlow: 'ใช้เวลานานเล็กน้อย อย่างไรก็นับเพียงครั้งเดียว',

  stateWhy: 'กติกาของเกมนี้ต้องทราบก่อนเล่น',
  stateRegion: 'คุณอยู่ที่ไหน',
  stateChoose: 'โปรดเลือก',
  stateElsewhere: 'ที่อื่น',
  stateAge: 'ฉันอายุ {age} ปีขึ้นไป',
  stateKept: 'ข้อมูลนี้ส่งถึงร้านพร้อมการเล่น และเบราว์เซอร์นี้จะจำไว้',
  stateGo: 'เล่น',
  stateNot: 'ไว้ก่อน',
};
