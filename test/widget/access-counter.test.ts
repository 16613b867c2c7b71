/** Whoever cannot see or point uses the counter too, in light and dark, from either side. */
import type { View } from '../../shared/views.ts';
import { axeProblems } from './axe.ts';
import { counterRewards, historyLines, referral } from './counter-rewards.ts';
import { FakeServer, makeVoucher, noRewards } from './fake-server.ts';
import { clearPage, deep, equal, finishMotion, makeFair, mountPanel, until } from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  document.title = 'A shop';
  server = new FakeServer();
  server.wallet = {
    version: 3,
    points: 200,
    vouchers: [makeVoucher(server.prizes[0]!, 'voucher-a', { claimedAt: 1 })],
  };
  server.rewards = counterRewards();
  server.answers['history'] = () => ({ lines: historyLines(), next: null });
});
afterEach(() => {
  server.stop();
  clearPage();
});

interface State {
  readonly name: string;
  readonly view: View;
  readonly seen: string;
  readonly prepare?: () => void;
  /** Pressed one after the other, each with what is seen then. */
  readonly presses?: readonly (readonly [string, string])[];
}

const states: State[] = [
  { name: 'the reward shop', view: 'shop', seen: '.shelf' },
  { name: 'a yes', view: 'shop', seen: '.shelf', presses: [['#buy-delivery', '.sure']] },
  {
    name: 'empty shelves',
    view: 'shop',
    seen: '.empty',
    prepare: () => (server.rewards = noRewards),
  },
  { name: 'the points', view: 'points', seen: '.lines' },
  { name: 'the wallet', view: 'wallet', seen: '.use' },
  { name: 'the gifts', view: 'parcels', seen: '.card' },
  { name: 'an address', view: 'parcels', seen: '.card', presses: [['.card .main', 'form']] },
  { name: 'friends before a code', view: 'referral', seen: '.both' },
  {
    name: 'friends with a code',
    view: 'referral',
    seen: '.ways',
    prepare: () => {
      const broughtBy = { state: 'pending', dueAt: Date.now() } as const;
      const code = { code: 'TEAFRIEND1', link: 'https://tea.example/?ref=TEAFRIEND1' };
      server.rewards = { ...server.rewards, referral: { ...referral, ...code, broughtBy } };
    },
  },
];

describe('axe finds nothing', () => {
  for (const theme of ['dusk', 'matinee']) {
    for (const dir of ['ltr', 'rtl']) {
      for (const { name, view, seen, prepare, presses = [] } of states) {
        it(`with ${name}, in ${theme}, ${dir}`, async () => {
          prepare?.();
          const fair = await makeFair({ theme });
          const panel = await mountPanel(fair);
          panel.show({ view });
          await until(() => deep(seen), seen);
          for (const [button, then] of presses) {
            deep(button)?.click();
            await until(() => deep(then), then);
          }
          // Mirrored, whatever language the sentences are in.
          if (dir === 'rtl') fair.words.locale = 'ar';
          fair.session.announce();
          await until(() => deep('dialog')?.matches(`:dir(${dir})`), dir);
          finishMotion();
          equal(await axeProblems(), [], 'problems');
        });
      }
    }
  }
});
