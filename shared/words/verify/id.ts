/** What the page that checks receipts says, in Indonesian. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: 'Periksa satu putaran',
  intro:
    'Setiap putaran meninggalkan struk. Tempelkan di sini, dan perambanmu sendiri ' +
    'menghitung ulang seluruh undian. Apa pun yang kamu tempel tidak keluar dari halaman ' +
    'ini.',
  language: 'Bahasa',
  receipt: 'Struk, sebagai JSON atau bagian akhir tautannya',
  noted: 'Aku mencatat segelnya sebelum bermain',
  notedHint:
    'Segel putaran berikutnya ada di “Permainan adil” pada widget. Jika kamu mencatatnya ' +
    'bersama benih klien yang kamu berikan, halaman ini juga bisa memeriksa bahwa tidak ' +
    'ada yang menukarnya.',
  notedSeal: 'Segel (commitment), 64 digit heksadesimal',
  notedSeed: 'Benih klien (client seed), 32 digit heksadesimal',
  check: 'Periksa',
  noReceipt: 'Ini bukan struk',
  noReceiptHint: 'Tempelkan seluruhnya: dimulai dengan { dan diakhiri dengan }.',
  notHere: 'Tidak bisa diperiksa di sini',
  notHereHint: 'Halaman ini perlu alamat aman (https) untuk menghitung SHA-256.',
  noDraw: 'Struk ini tidak bisa dihitung',
  noDrawHint: 'Angka-angkanya tidak membentuk undian.',
  allHolds: 'Semuanya cocok',
  allHoldsHint: 'Perambanmu menghitung setiap langkah di bawah dan hasilnya sama dengan struk.',
  notAll: 'Struk ini tidak cocok',
  notAllHint: 'Setidaknya satu langkah di bawah memberi hasil yang berbeda dari struk.',
  holds: 'Cocok',
  fails: 'Tidak cocok',
  seen: 'Segelnya sama dengan yang kamu pegang sebelum putaran',
  seenWhy: 'Segel dan benih klien pada struk sama dengan yang kamu catat.',
  commitment: 'Benih server dan peluang sesuai segel',
  commitmentWhy:
    'Segel itu seperti sidik jari: ubah satu karakter pada benih atau peluang, dan segelnya ' +
    'jadi lain. Perambanmu menyegel lagi isi struk untuk membandingkannya.',
  commitmentHow: 'SHA-256 atas benih server, SHA-256 tabel, dan tempat undian adalah segelnya.',
  number: 'Angka berasal dari kedua benih',
  numberWhy:
    'Benih server dan benihmu dicampur menjadi satu dari {total} angka. Tak satu pihak pun ' +
    'bisa memilihnya sendiri. Struk menyebut {number}.',
  numberHow:
    '8 byte pertama dari HMAC-SHA256 sebagai bilangan bulat, lalu sisa baginya dengan ' +
    'jumlah bobot. Nilai yang jatuh di sisa rentang yang tidak penuh dibuang, dan ' +
    'putaran berikutnya dicoba.',
  drawn: 'Angkanya jatuh pada petak yang terundi',
  drawnWhy:
    'Setiap hadiah punya rentang angka: makin besar peluangnya, makin panjang. Baris yang ' +
    'memuat {number} ditandai.',
  drawnHow:
    'Telusuri tabel secara berurutan dan kurangi angka dengan tiap bobot, sampai angka ' +
    'lebih kecil daripada bobot yang sedang dilihat.',
  slot: 'Yang terundi itulah yang diberikan',
  slotWhy: 'Petak yang diberikan adalah petak yang terundi.',
  pity: 'Setelah sering kalah, undian hanya dari petak berhadiah',
  pityWhy:
    'Tabel menjanjikannya, dan setiap petak berhadiah yang dikeluarkan punya alasan ' +
    'beserta hitungannya. Kebenaran hitungan itu tidak dibuktikan.',
  soldOut: 'Hadiah yang terundi sudah habis: gantinya yang diberikan',
  soldOutWhy:
    'Struk menyebut petak yang terundi sudah habis, dan memberi ganti dari tabel. Bahwa ' +
    'stok benar-benar habis tidak dibuktikan.',
  notYet: 'Hadiah yang terundi belum bisa diberikan: gantinya yang diberikan',
  notYetWhy:
    'Struk menyebut berapa yang sudah dilepas, atau berapa anggaran dan yang terpakai. ' +
    'Kebenaran hitungan itu tidak dibuktikan.',
  prize: 'Hadiah',
  numbers: 'Angka',
  chance: 'Peluang',
  bytes: 'Setiap byte, untuk pemrogram',
  bytesSealHeld: 'Segel yang kamu pegang',
  bytesSeal: 'Segel pada struk',
  bytesSeedGiven: 'Benih klien yang kamu berikan',
  bytesSeed: 'Benih klien pada struk',
  bytesTable: 'Tabel, sebagai teks UTF-8',
  bytesTableHash: 'SHA-256 tabel',
  bytesPlace: 'Tempat, sebagai teks UTF-8: site, game, stream, epoch, index',
  bytesSealed: 'Byte yang di-hash, heksadesimal: benih server, SHA-256 tabel, tempat',
  bytesComputed: 'Segel hasil hitungan',
  bytesKey: 'Kunci, heksadesimal: benih server',
  bytesMessage: 'Pesan, sebagai teks UTF-8: benih klien, nomor urut, ronde',
  bytesFirst: '8 byte pertama sebagai angka',
  bytesSum: 'Jumlah bobot yang diundi',
  bytesNumber: 'Angka pada struk',
  bytesRejected: 'Banyaknya nilai yang dibuang sebelumnya',
  bytesWeights: 'Bobot secara berurutan',
  bytesDrawn: 'Petak yang terundi, dihitung dari 0',
  bytesGiven: 'Petak yang diberikan, dihitung dari 0',
  bytesStandIn: 'Petak pengganti pada tabel',
  bytesDeviations: 'Penyimpangan',
  noSlot: 'tidak ada petak itu',
  proved: 'Yang dibuktikan',
  provedSeed: 'Benih server dan tabel peluang sudah tetap sebelum benihmu diketahui.',
  provedNumber: 'Angka undian berasal dari kedua benih, tidak dari yang lain.',
  provedSlot: 'Angkanya jatuh pada petak yang disebut struk.',
  notProved: 'Yang tidak dibuktikan',
  notStock: 'Bahwa stok benar-benar habis.',
  notStockWhy:
    'Bila struk menyebut hadiah yang terundi habis, ganti dan alasannya diperiksa. Rak ' +
    'tokonya tidak.',
  notWithheld: 'Bahwa tidak ada jawaban yang ditahan.',
  notWithheldWhy:
    'Undian seorang pemain dalam satu permainan bernomor urut tanpa celah, jadi yang ' +
    'disembunyikan terlihat dari nomor berikutnya. Server yang berhenti menjawab sama ' +
    'sekali tidak menyisakan apa pun untuk diperiksa.',
  notHeld: 'Bahwa segelnya adalah yang kamu pegang.',
  notHeldWhy:
    'Halaman ini hanya membandingkannya bila kamu mencatatnya sebelum putaran dan ' +
    'mengisinya di atas. Widget melakukannya sendiri untuk putaran yang dibuatnya.',
  yourself: 'Jangan percaya siapa pun, termasuk halaman ini',
  yourselfWhy:
    'Vektor uji yang diterbitkan memuat persis byte yang di-hash. Dengannya kamu bisa ' +
    'menulis pemeriksa sendiri dalam bahasa apa pun yang punya SHA-256 dan HMAC; cukup ' +
    'sekitar empat puluh baris.',
  vectors: 'Vektor uji, sebagai JSON',
};
