/** Three sample customers. A real shop would ask for a password; here one chooses who to be. */
import type { Phrase } from './words.ts';

export interface Customer {
  /** Also the `shopperId` that Fairground knows the customer by. */
  readonly id: string;
  readonly name: string;
  readonly about: Phrase;
  readonly phone: string;
  readonly address: string;
}

export const customers: readonly Customer[] = [
  {
    id: 'khach-an',
    name: 'Nguyễn Hoài An',
    about: { vi: 'Thích trà sen, hay mua quà', en: 'Loves lotus tea, often buys gifts' },
    phone: '0905 000 111',
    address: '12 Nguyễn Thái Học, Hội An',
  },
  {
    id: 'khach-binh',
    name: 'Trần Quốc Bình',
    about: { vi: 'Sưu tầm gốm men ngọc', en: 'Collects celadon' },
    phone: '0914 000 222',
    address: '45 Chi Lăng, Huế',
  },
  {
    id: 'khach-chi',
    name: 'Lê Minh Chi',
    about: { vi: 'Viết thư tay, mê giấy dó', en: 'Writes letters on dó paper' },
    phone: '0987 000 333',
    address: '8 Trần Hưng Đạo, Đà Nẵng',
  },
];

export function findCustomer(id: string | null): Customer | undefined {
  return customers.find((customer) => customer.id === id);
}
