/** What the panel around the wheel says. */

const en = {
  close: 'Close',
  wheel: 'Wheel',
  wallet: 'My prizes',
  fair: 'Fair play',
  sections: 'Sections',
  points: (count: string | number) => `${count} points`,
};

const vi: typeof en = {
  close: 'Đóng',
  wheel: 'Vòng quay',
  wallet: 'Quà của tôi',
  fair: 'Minh bạch',
  sections: 'Các mục',
  points: (count) => `${count} điểm`,
};

export function panelWords(locale: string): typeof en {
  return locale.startsWith('vi') ? vi : en;
}
