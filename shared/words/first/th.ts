/** What a shopper reads up to the first result, in Thai. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'วงล้อรางวัล: {prizes}',
  spin: 'หมุนวงล้อ',
  spinFor: 'หมุนด้วย {count} คะแนน',
  spinFree: 'ใช้สิทธิ์หมุนฟรี',
  turning: 'กำลังหมุน…',
  rules: 'โอกาสและกติกา',
  skip: 'ข้ามไปดูผล',
  retry: 'ลองอีกครั้ง',
  ready: 'ลองหมุนดูสักครั้งนะ',
  left: 'ตอนนี้หมุนได้อีก {count} ครั้ง',
  free: 'คุณมีสิทธิ์หมุนฟรี {count} ครั้ง',
  offline: 'เชื่อมต่อกับงานแฟร์ไม่ได้ ตรวจ\u2060สอบอินเทอร์เน็ตแล้วลองอีกครั้งนะ',
  notHere: 'เกมนี้ไม่เปิดในหน้านี้',
  noGames: 'งานแฟร์ปิดอยู่ วันนี้ยังไม่มีเกมให้เล่น',
  close: 'ปิด',
  back: 'กลับ',
  sections: 'หมวด',
  home: 'งานแฟร์',
  play: 'เล่น',
  wallet: 'รางวัล',
  me: 'ฉัน',
  points: '{count} คะแนน',
};
