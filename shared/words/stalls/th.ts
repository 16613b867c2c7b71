/** What a shopper reads at the stalls beside the wheel, in Thai. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'การเชื่อมต่อหลุด ไม่มีการหักซ้ำ ลองอีกครั้ง',

  now: 'สิ่งที่ทำได้ตอนนี้',
  nothingNow: 'วันนี้ครบหมดแล้ว พรุ่งนี้แวะมาใหม่',
  have: 'สิ่งที่คุณมี',
  more: 'มีอีกในงาน',
  tickets: 'คูปอง {count} ใบ',
  playLeft: 'เล่นได้อีก {count} ครั้ง',
  playFree: 'เล่นฟรี {count} ครั้ง',
  playOpen: 'เปิดอยู่ตอนนี้',
  playFor: 'เล่นครั้งละ {count} คะแนน',
  checkInToday: 'ช่องเช็กอินวันนี้รออยู่',
  checkInDone: 'วันนี้เช็กอินแล้ว ต่อเนื่อง {count} วัน',
  quizNext: 'ตอบแล้ว {answered} จาก {questions} ข้อ',
  surveyWaits: 'มีคำถามหนึ่งข้อถึงคุณ',
  missionSteps: '{current} จาก {target}',
  shopAfford: 'ของรางวัลที่แลกได้ {count} ชิ้น',
  shopOpen: 'ใช้คะแนนของคุณ',

  missions: 'ภารกิจ',
  badges: 'เข็มกลัด',
  tiers: 'ระดับของคุณ',
  leaderboard: 'ตารางอันดับ',
  shop: 'ร้านแลกของ',
  history: 'ประวัติคะแนน',
  referral: 'ชวนเพื่อน',
  parcels: 'ของขวัญที่กำลังส่ง',
  settings: 'ตั้งค่า',
  fair: 'ความโปร่งใส',
};
