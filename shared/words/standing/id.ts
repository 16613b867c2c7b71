/** What a shopper reads of leaderboards and tiers, in Indonesian. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'Papan peringkat',
  boardEver: 'Sepanjang masa',
  boardDay: 'Hari ini',
  boardWeek: 'Minggu ini',
  boardEnds: 'Babak ini berakhir {when}.',
  boardPlace: 'Peringkatmu: {rank}',
  boardScore: 'Skor: {score}',
  boardEmpty: 'Belum ada yang mengayun palu. Loncengnya menunggu.',
  boardNoScore: 'Kamu belum punya skor di sini.',
  boardHidden: 'Kamu tidak tampil di papan mana pun, sesuai pilihanmu.',
  boardTies: 'Jika skornya sama, yang lebih dulu sampai ada di atas.',
  boardYou: 'Kamu',
  boardToMe: 'Lihat barisku',
  boardTop: 'Teratas',
  boardGone: 'Papan ini sudah diturunkan.',
  playerChange: 'Caramu ditampilkan',
  playerName: 'Namamu di papan',
  playerRule: '2 sampai 24 huruf, angka, atau spasi. Tanpa alamat atau nomor telepon.',
  playerHide: 'Jangan tampilkan aku di papan',
  playerSave: 'Simpan',
  playerSaved: 'Tersimpan.',
};
