/** What a shopper reads where a contact is asked for, in Indonesian. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Hadiah ini milikmu dan menunggumu. Beri tahu cara menghubungimu untuk mengambilnya.',
  contactWhyLimit: 'Banyak yang bermain dari jaringanmu. Isi alamat email untuk lanjut main.',
  contactEmail: 'Alamat email',
  contactPhone: 'Nomor telepon',
  contactEither: 'Alamat email atau nomor telepon',
  contactSend: 'Ambil hadiah',
  contactSendCode: 'Kirim kode',
  contactInvalid: 'Alamat itu sepertinya tidak bisa dihubungi. Periksa lagi.',
  contactConsentNeeded: 'Hadiah ini butuh persetujuanmu. Centang kotaknya untuk lanjut.',
  codeSent: 'Enam angka sudah dikirim ke {to}. Berlaku sampai {when}.',
  codeLabel: 'Enam angka',
  codeConfirm: 'Konfirmasi',
  codeAgain: 'Kirim kode baru',
  codeOther: 'Pakai alamat lain',
  codeWrong: 'Kodenya tidak cocok. Lihat email terbaru.',
  codeExpired: 'Kode itu sudah lama. Minta yang baru.',
  codeUsed: 'Kode itu sudah dipakai.',
  codeSpent: 'Terlalu banyak percobaan. Minta kode baru.',
  codeLimit: 'Kamu sudah meminta banyak kode. Coba lagi nanti.',
};
