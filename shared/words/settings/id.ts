/** What a shopper reads of their settings and their data, in Indonesian. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'Bahasa',
  setAsShop: 'Ikut bahasa toko',
  setSound: 'Suara',
  setSoundHint: 'Kayu, kuningan, dan kertas. Mati sampai kamu menyalakannya.',
  setStill: 'Kurangi gerakan',
  setStillHint: 'Hasil langsung muncul.',

  pauseTitle: 'Jeda bermain',
  pauseHint: 'Kamu tidak bisa bermain sampai jeda selesai. Hadiah dan poinmu tetap milikmu.',
  pauseDays: '{count} hari',
  pauseSure: 'Jeda {count} hari? Tidak bisa dipersingkat.',
  pauseYes: 'Ya, jeda',
  pauseUntil: 'Kamu sedang jeda. Selesai {when}.',
  setNo: 'Nanti saja',

  birthday: 'Ulang tahunmu',
  birthdayHint: 'Cukup tanggal dan bulan. Tahunnya rahasiamu.',
  birthdayDay: 'Tanggal',
  birthdayMonth: 'Bulan',
  birthdaySave: 'Simpan',
  birthdayForget: 'Hapus',
  birthdaySaved: 'Tersimpan. Mungkin ada hadiah di hari itu.',
  birthdayForgotten: 'Terhapus.',

  data: 'Dataku',
  dataHint: 'Yang disimpan tentangmu: permainan, hadiah, poin, kado, dan jawaban.',
  dataSee: 'Lihat',
  dataSave: 'Unduh',
  dataLost: 'Tidak semuanya bisa dimuat. Coba lagi.',
  erase: 'Hapus dataku',
  eraseHint:
    'Nama, alamat, kontak, ulang tahun, dan jawaban. Poin dan hadiah tetap ada, tanpa data itu.',
  eraseSure: 'Hapus semuanya? Tidak bisa dikembalikan.',
  eraseYes: 'Ya, hapus',
  eraseDone: 'Terhapus. Yang tersisa hanya pembukuan tanpa namamu.',
};
