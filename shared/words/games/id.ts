/** What a shopper reads at the games beside the wheel, in Indonesian. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'Gosok lapisannya',
  scratchFor: 'Ambil tiket dengan {count} poin',
  scratchFree: 'Pakai tiket gratis',
  scratchAgain: 'Ambil tiket lain',
  scratchReady: 'Gosok lapisannya dengan jari.',
  scratchPrice: 'Ambil tiket, lalu gosok lapisannya.',
  scratchRub: 'Gosok sampai terbaca.',
  scratchAll: 'Gosokkan untukku',

  box: 'Kotak {number}',
  boxReady: 'Pilih satu kotak.',
  boxFor: 'Pilih satu kotak dengan {count} poin.',
  boxOpening: 'Membuka tutupnya…',
  boxAgain: 'Pilih lagi',

  turnsLeft: 'Sisa {count} kali main untuk saat ini.',
  turnsFree: 'Kamu punya {count} kali main gratis.',
  turnsNone: 'Itu kesempatan terakhir hari ini.',
  turnsNoneNext: 'Kesempatan hari ini habis. Berikutnya {when}.',
  lostPlayNext: 'Belum dapat kali ini. Kamu bisa main lagi {when}.',
  playSafe: 'Koneksi terputus. Permainanmu aman dan dihitung sekali saat kamu kembali.',
  playSlow: 'Jawabannya agak lama. Apa pun yang terjadi, dihitung sekali.',

  stateWhy: 'Aturan permainan ini menanyakannya sebelum kamu main.',
  stateRegion: 'Kamu ada di mana?',
  stateChoose: 'Silakan pilih',
  stateElsewhere: 'Tempat lain',
  stateAge: 'Usiaku {age} tahun atau lebih.',
  stateKept: 'Ini dikirim ke toko bersama permainanmu dan diingat peramban ini.',
  stateGo: 'Main',
  stateNot: 'Nanti saja',
};
