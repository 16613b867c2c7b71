/** What a shopper reads where a contact is asked for, in Thai. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'รางวัลนี้รอคุณอยู่ บอกช่องทางติดต่อแล้วรับ\u2060ได้\u2060เลย',
  contactWhyLimit: 'มีคนเล่นจากเครือข่ายเดียวกับคุณมาก ใส่อีเมลแล้วเล่นต่อได้เลย',
  contactEmail: 'อีเมล',
  contactPhone: 'เบอร์โทรศัพท์',
  contactEither: 'อีเมลหรือเบอร์โทรศัพท์',
  contactSend: 'รับรางวัล',
  contactSendCode: 'ส่งรหัสให้ฉัน',
  contactInvalid: 'ช่องทางนี้ดูเหมือนติดต่อไม่ได้ ลองตรวจดูอีกครั้งนะ',
  contactConsentNeeded: 'รางวัลนี้ต้องได้รับความยินยอม ติ๊กในช่องเพื่อไปต่อ',
  codeSent: 'ส่งเลขหกหลักไปที่ {to} แล้ว ใช้ได้ถึง {when}',
  codeLabel: 'เลขหกหลัก',
  codeConfirm: 'ยืนยัน',
  codeAgain: 'ส่งรหัสใหม่',
  codeOther: 'ใช้ช่องทางอื่น',
  codeWrong: 'รหัสไม่ตรง ลองดูอีเมลฉบับล่าสุดนะ',
  codeExpired: 'รหัสหมดอายุแล้ว ขอรหัสใหม่ได้เลย',
  codeUsed: 'รหัสนี้ใช้ไปแล้ว',
  codeSpent: 'ลองหลายครั้งเกินไป ขอรหัสใหม่ได้เลย',
  codeLimit: 'ขอรหัสหลายครั้งแล้ว ลองใหม่ภายหลังนะ',
};
