/** What a shopper reads of their settings and their data, in Thai. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'ภาษา',
  setAsShop: 'ตามร้าน',
  setSound: 'เสียง',
  setSoundHint: 'เสียงไม้ ทองเหลือง และกระดาษ ปิดไว้จนกว่าคุณจะเปิด',
  setStill: 'ลดการเคลื่อนไหว',
  setStillHint: 'ผลจะขึ้นทันที',

  pauseTitle: 'พักการเล่น',
  pauseHint: 'เล่นเกมไม่ได้จนกว่าจะครบ รางวัลและคะแนนยังเป็นของคุณ',
  pauseDays: '{count} วัน',
  pauseSure: 'พัก {count} วันไหม ย่นเวลาไม่ได้',
  pauseYes: 'ตกลง พักเลย',
  pauseUntil: 'คุณกำลังพักอยู่ สิ้นสุด {when}',
  setNo: 'ไว้ก่อน',

  birthday: 'วันเกิดของคุณ',
  birthdayHint: 'แค่วันและเดือน ปีไม่เกี่ยวกับใคร',
  birthdayDay: 'วัน',
  birthdayMonth: 'เดือน',
  birthdaySave: 'บันทึก',
  birthdayForget: 'ลบออก',
  birthdaySaved: 'จำไว้แล้ว วันนั้นอาจมีของขวัญ',
  birthdayForgotten: 'ลบแล้ว',

  data: 'ข้อมูลของฉัน',
  dataHint: 'สิ่งที่งานเก็บไว้: การเล่น รางวัล คะแนน ของขวัญ และคำตอบ',
  dataSee: 'ดู',
  dataSave: 'ดาวน์โหลด',
  dataLost: 'โหลดได้ไม่ครบ ลองอีกครั้ง',
  erase: 'ลบข้อมูลของฉัน',
  eraseHint: 'ชื่อ ที่อยู่ ช่องทางติดต่อ วันเกิด และคำตอบ คะแนนและรางวัลยังอยู่',
  eraseSure: 'ลบทั้งหมดไหม กู้คืนไม่ได้',
  eraseYes: 'ตกลง ลบเลย',
  eraseDone: 'ลบแล้ว เหลือเพียงบัญชีที่ไม่มีชื่อคุณ',
};
