/** What a shopper reads at the stalls beside the wheel, in Indonesian. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'Koneksi terputus. Tidak ada yang terpotong dua kali. Coba lagi.',

  now: 'Yang bisa kamu lakukan sekarang',
  nothingNow: 'Semua sudah beres hari ini. Mampir lagi besok.',
  have: 'Yang kamu punya',
  more: 'Lainnya di pasar malam',
  tickets: '{count} voucher',
  playLeft: 'Sisa {count} kali main',
  playFree: '{count} kali main gratis',
  playOpen: 'Sedang buka',
  playFor: 'Sekali main {count} poin',
  checkInToday: 'Check-in hari ini menunggu',
  checkInDone: 'Sudah check-in hari ini. {count} hari berturut-turut',
  quizNext: '{answered} dari {questions} terjawab',
  surveyWaits: 'Ada satu pertanyaan untukmu',
  missionSteps: '{current} dari {target}',
  shopAfford: '{count} hadiah sudah bisa ditukar',
  shopOpen: 'Tukar poinmu',

  missions: 'Misi',
  badges: 'Lencana',
  tiers: 'Tingkatmu',
  leaderboard: 'Papan peringkat',
  shop: 'Toko hadiah',
  history: 'Riwayat poin',
  referral: 'Ajak teman',
  parcels: 'Hadiah dikirim',
  settings: 'Pengaturan',
  fair: 'Main jujur',
};
