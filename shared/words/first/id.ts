/** What a shopper reads up to the first result, in Indonesian. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'Roda hadiah: {prizes}',
  spin: 'Putar roda',
  spinFor: 'Putar dengan {count} poin',
  spinFree: 'Pakai putaran gratis',
  turning: 'Berputar…',
  rules: 'Peluang dan aturan',
  skip: 'Langsung lihat hasil',
  retry: 'Coba lagi',
  ready: 'Dorong pelan saja.',
  left: 'Sisa {count} putaran untuk saat ini.',
  free: 'Kamu punya {count} putaran gratis.',
  offline: 'Kami tidak bisa terhubung ke pasar malam. Periksa koneksimu, lalu coba lagi.',
  notHere: 'Permainan ini tidak dibuka di halaman ini.',
  noGames: 'Pasar malam sedang tutup. Hari ini belum ada permainan.',
  close: 'Tutup',
  back: 'Kembali',
  sections: 'Bagian',
  home: 'Pasar malam',
  play: 'Main',
  wallet: 'Hadiahku',
  me: 'Akunku',
  points: '{count} poin',
};
