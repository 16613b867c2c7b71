/** What a shopper reads of their settings and their data, in Thai. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'ภาษา',
  setAsShop: 'ตามร้าน',
  setSound: 'เสียง',
  setSoundHint: 'เสียงไม้ ทองเหลือง และกระดาษ ปิดไว้จนกว่าคุณ\u2060จะ\u2060เปิด',
  setStill: 'ลดการเคลื่อนไหว',
  setStillHint: 'ผลจะขึ้นทันที',

  pauseTitle: 'พักการเล่น',
  pauseHint: 'เล่นเกมไม่ได้จนกว่าจะครบกำหนด รางวัลและคะแนนยัง\u2060เป็น\u2060ของ\u2060คุณ',
  pauseDays: '{count} วัน',
  pauseSure: 'พัก {count} วันไหม ย่นเวลาไม่ได้',
  pauseYes: 'ตกลง พักเลย',
  pauseUntil: 'คุณกำลังพักอยู่ สิ้นสุด {when}',
  setNo: 'ไว้ก่อน',

  birthday: 'วันเกิดของคุณ',
  birthdayHint: 'แค่วันและเดือน ไม่ต้องบอกปี',
  birthdayDay: 'วัน',
  birthdayMonth: 'เดือน',
  birthdaySave: 'บันทึก',
  birthdayForget: 'ลบออก',
  birthdaySaved: 'บันทึกแล้ว วันนั้นอาจมีของ\u2060ขวัญ',
  birthdayForgotten: 'ลบแล้ว',

  data: 'ข้อมูลของฉัน',
  dataHint: 'สิ่งที่งานแฟร์เก็บไว้: การเล่น รางวัล คะแนน ของ\u2060ขวัญ และคำตอบ',
  dataSee: 'ดู',
  dataSave: 'ดาวน์โหลด',
  dataLost: 'โหลดได้ไม่ครบ ลองอีกครั้งนะ',
  erase: 'ลบข้อมูลของฉัน',
  eraseHint: 'ลบชื่อ ที่\u2060อยู่ ช่องทางติดต่อ วันเกิด และคำตอบ ส่วนคะแนนและรางวัลยังอยู่',
  eraseSure: 'ลบทั้งหมดไหม กู้คืนไม่ได้',
  eraseYes: 'ตกลง ลบเลย',
  eraseDone: 'ลบแล้ว เหลือเพียงบันทึกที่ไม่มีชื่อคุณ',
};
