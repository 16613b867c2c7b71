/** What a shopper reads of leaderboards and tiers, in Thai. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'กระดานอันดับ',
  boardEver: 'ตลอดเวลา',
  boardDay: 'วันนี้',
  boardWeek: 'สัปดาห์นี้',
  boardEnds: 'รอบนี้จบ {when}',
  boardPlace: 'อันดับของคุณ: {rank}',
  boardScore: 'แต้ม: {score}',
  boardEmpty: 'ยังไม่มีใครเหวี่ยงค้อน กระดิ่งรออยู่',
  boardNoScore: 'คุณยังไม่มีแต้มที่นี่',
  boardHidden: 'คุณไม่อยู่บนกระดานใด ตามที่คุณเลือก',
  boardTies: 'ถ้าแต้มเท่ากัน ใครถึงก่อนอยู่บน',
  boardYou: 'คุณ',
  boardToMe: 'ดูแถวของฉัน',
  boardTop: 'อันดับต้น',
  boardGone: 'กระดานนี้ถูกถอดแล้ว',
  playerChange: 'ชื่อที่แสดงของคุณ',
  playerName: 'ชื่อของคุณบนกระดาน',
  playerRule: 'ตัวอักษร ตัวเลข หรือเว้นวรรค 2 ถึง 24 ตัว ไม่ใส่ที่อยู่หรือเบอร์โทร',
  playerHide: 'ไม่แสดงฉันบนกระดานใด',
  playerSave: 'บันทึก',
  playerSaved: 'บันทึกแล้ว',
};
