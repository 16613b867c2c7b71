/** Who cannot see, point, or wait plays too; and the page around us notices nothing. */
import type { Refusal } from '../../shared/refusals.ts';
import { axeProblems } from './axe.ts';
import { FakeServer, makeVoucher } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  finishMotion,
  makeFair,
  mountPanel,
  ok,
  spinToEnd,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  document.documentElement.lang = 'en';
  document.title = 'A shop';
});
afterEach(() => {
  server.stop();
  clearPage();
});

interface State {
  readonly name: string;
  readonly slot?: number;
  readonly prepare?: () => void;
  readonly act?: () => Promise<void>;
}

const states: State[] = [
  { name: 'ready to spin' },
  { name: 'a voucher won', slot: 0, act: spinToEnd },
  { name: 'points won', slot: 2, act: spinToEnd },
  { name: 'nothing won', slot: 1, act: spinToEnd },
  {
    name: 'the limit reached',
    prepare: () => {
      const refusal: Refusal = { code: 'daily_limit_reached', nextAt: Date.now() + 3_600_000 };
      server.refusal = refusal;
    },
  },
  { name: 'no games', prepare: () => (server.hasGames = false) },
  { name: 'offline', prepare: () => server.trouble.push('lost') },
  {
    name: 'a full wallet',
    prepare: fillWallet,
    act: () => press('#tab-wallet', 'fairground-ticket .stamp'),
  },
  { name: 'an empty wallet', act: () => press('#tab-wallet', '.empty') },
  { name: 'the way in', act: () => press('#tab-home', '.have') },
  { name: 'the odds', act: () => press('.odds', 'table') },
  {
    name: 'a receipt',
    slot: 0,
    async act() {
      await spinToEnd();
      await until(() => deep('button.verified'), 'the mark');
      await press('button.verified', '.slip');
    },
  },
];

async function press(button: string, then: string): Promise<void> {
  (await until(() => deep(button), button)).click();
  await until(() => then.split(' ').every((part) => deep(part)), then);
}

function fillWallet(): void {
  const prize = server.prizes[0]!;
  server.wallet = {
    version: 9,
    points: 1_240,
    vouchers: [
      makeVoucher(prize, 'voucher-a'),
      makeVoucher(prize, 'voucher-b', { claimedAt: 1 }),
      makeVoucher(prize, 'voucher-c', { claimedAt: 1, state: 'redeemed' }),
      makeVoucher(prize, 'voucher-d', { claimedAt: 1, state: 'expired' }),
      makeVoucher(prize, 'voucher-e', { claimedAt: 1, state: 'held' }),
    ],
  };
}

describe('axe finds nothing', () => {
  for (const theme of ['dusk', 'matinee']) {
    for (const { name, slot, prepare, act } of states) {
      it(`with ${name}, in ${theme}`, async () => {
        server = new FakeServer(6, slot);
        prepare?.();
        const panel = await mountPanel(await makeFair({ theme }));
        panel.open();
        await until(() => textOf('.say'), 'a sentence');
        await act?.();
        finishMotion();
        equal(await axeProblems(), [], 'problems');
      });
    }
  }
});

describe('the focus', () => {
  it('goes to the code when the stub is torn off, and home when the panel closes', async () => {
    server = new FakeServer(6, 0);
    const opener = document.createElement('button');
    opener.textContent = 'Open';
    document.body.append(opener);
    const panel = await mountPanel(await makeFair());
    opener.addEventListener('click', () => panel.open());
    try {
      opener.focus();
      opener.click();
      ok(deep('dialog')?.matches(':modal'), 'the page behind is out of reach');
      await spinToEnd();
      (await until(() => deep('.stub'), 'the ticket')).click();
      await until(() => focused()?.matches('.copy'), 'focus on the code');
      panel.close();
      equal(document.activeElement, opener, 'focus');
    } finally {
      opener.remove();
    }
  });

  it('follows the arrow keys along the tabs', async () => {
    server = new FakeServer();
    const panel = await mountPanel(await makeFair());
    panel.open();
    for (const [key, tab] of [
      ['ArrowRight', '#tab-wallet'],
      ['ArrowRight', '#tab-me'],
      ['ArrowRight', '#tab-home'],
      ['ArrowLeft', '#tab-me'],
    ] as const) {
      deep('[role=tablist]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await until(() => focused()?.matches(`${tab}[aria-selected=true]`), tab);
    }
  });
});

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

describe('the page around us', () => {
  it('hears opened and closed, and gets its focus back', async () => {
    server = new FakeServer();
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push(event.type);
    document.addEventListener('fairground-opened', hear);
    document.addEventListener('fairground-closed', hear);
    const panel = await mountPanel(await makeFair());
    panel.open();
    panel.close();
    await until(() => heard.length === 2, 'both events');
    document.removeEventListener('fairground-opened', hear);
    document.removeEventListener('fairground-closed', hear);
    equal(heard, ['fairground-opened', 'fairground-closed']);
  });

  it('sees no exception when everything goes wrong', async () => {
    server = new FakeServer();
    const errors: unknown[] = [];
    const note = (event: Event): void => void errors.push(event.type);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const answered = window.fetch;
    window.fetch = () => Promise.resolve(new Response('<html>oops', { status: 502 }));
    try {
      const panel = await mountPanel(await makeFair());
      panel.open();
      await until(() => textOf('.say').includes('cannot reach'), 'the sentence');
      deep('.foot .main')?.click();
      panel.show({ view: 'wallet' });
      panel.show({ view: 'fair' });
      await panel.updateComplete;
    } finally {
      window.fetch = answered;
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    }
    equal(errors, []);
  });

  it('reads Vietnamese where it is Vietnamese', async () => {
    server = new FakeServer(6, 0);
    const panel = await mountPanel(await makeFair({ locale: 'vi' }));
    panel.open();
    await spinToEnd();
    await until(() => deep('.result'), 'the result');
    equal(textOf('.say'), 'Bạn trúng Giảm 10%.');
    ok(deep('fairground-ticket'), 'the ticket');
  });
});
