/** What a shopper reads of odds, seals and receipts, in Indonesian. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  odds: 'Peluang',
  oddsHint: 'Inilah peluang yang dipakai undian, langsung dari pengaturan toko.',
  prize: 'Hadiah',
  chance: 'Peluang',
  soldOutMark: 'habis',
  fallback: 'Bila suatu hadiah habis, bagiannya pindah ke “{prize}”. Peluang lain tetap.',
  how: 'Cara kami menjaganya tetap adil',
  howSeal: 'Sebelum kamu memutar, server menyegel angkanya dan peluang ini. Segelnya kamu pegang.',
  howSeed: 'Perambanmu menambah angka yang tidak bisa diketahui server.',
  howOpen: 'Setelah berputar segel dibuka, dan perambanmu memeriksa bahwa tidak ada yang diubah.',
  seal: 'Segel putaranmu berikutnya',
  plays: 'Putaranmu',
  playsNone: 'Belum ada putaran. Setiap putaran meninggalkan struk di sini.',
  playsLost: 'Putaranmu tidak bisa dimuat.',
  older: 'Lihat yang lebih lama',
  checkSeen: 'Segelnya sama dengan yang kamu pegang',
  checkCommitment: 'Benih dan peluang sesuai segel',
  checkNumber: 'Angka berasal dari kedua benih',
  checkDrawn: 'Angkanya jatuh pada hadiah ini',
  checkSlot: 'Kamu menerima yang terundi',
  checkSlotFallback: 'Hadiah yang terundi tidak bisa diberikan: kamu menerima gantinya',
  passed: 'cocok',
  failed: 'tidak cocok',
  noSubtle: 'Halaman ini tidak bisa menghitung buktinya. Tautan di bawah bisa.',
  notSeen: 'Segel putaran ini ada di peramban lain atau kunjungan sebelumnya.',
  checkElsewhere: 'Periksa sendiri, byte demi byte',

  termsTitle: 'Aturan',
  termsOrganiser: 'Penyelenggara',
  termsWhere: 'Berlaku di',
  termsAge: 'Usia',
  termsAgeFrom: '{age} tahun ke atas',
  termsUntil: 'Berakhir',
  termsFull: 'Baca aturan lengkap',
  boxHonest:
    'Kotak yang dipilih tidak menentukan apa pun: undianlah yang menentukan, menurut peluang ini.',
  boxShut: 'Kotak lain tetap tertutup karena memang kosong.',
};
