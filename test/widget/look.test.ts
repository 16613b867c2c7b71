/** What a shopper would see at once: what stands where, and what is cut off. */
import { setViewport } from '@web/test-runner-commands';
import { everyState, withState } from './every-state.ts';
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  mountPanel,
  mountStall,
  mountWheel,
  ok,
  spinToEnd,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer | undefined;

afterEach(async () => {
  server?.stop();
  clearPage();
  await setViewport({ width: 800, height: 600 });
});

function boxOf(selector: string, root: ParentNode = document): DOMRect {
  const element = deep(selector, root);
  ok(element, selector);
  return element.getBoundingClientRect();
}

function stateOf(key: string): (typeof everyState)[number] {
  const named = everyState.find((each) => each.key === key);
  ok(named, `a state called ${key}`);
  return named;
}

describe('a phone on its side', () => {
  it('has what plays a scratch card beside the card, where no scrolling is needed', async () => {
    await setViewport({ width: 844, height: 390 });
    server = new FakeServer();
    server.game = { kind: 'scratch' };
    const panel = await mountPanel(await makeFair());
    panel.open();
    await until(() => deep('.key'), 'the button');
    const [key, tabs] = [boxOf('.key'), boxOf('.tabs')];
    ok(key.left > boxOf('.window').right, 'it stands beside the foil');
    ok(key.bottom <= tabs.top, 'it is above the tabs');
  });
});

describe('a narrow phone', () => {
  it('shows a code of fourteen characters on one line', async () => {
    await setViewport({ width: 320, height: 568 });
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    await fair.open();
    await fair.loadMore();
    const voucher = {
      id: 'v1',
      state: 'issued',
      prizeId: 'percent-10',
      label: '10% off',
      benefit: { kind: 'percent', percent: 10 },
      minimumSpend: null,
      code: 'HIEN8R6ZP95PV5',
      issuedAt: 1,
      claimedAt: 1,
      expiresAt: null,
    };
    const room = Object.assign(document.createElement('div'), { style: 'inline-size: 264px' });
    room.append(Object.assign(document.createElement('fairground-ticket'), { fair, voucher }));
    document.body.append(room);
    const code = await until(() => deep('code'), 'the code');
    equal(code.getClientRects().length, 1, 'lines');
    const line = Number.parseFloat(getComputedStyle(code).lineHeight);
    ok(code.getBoundingClientRect().height < line * 1.5, 'it takes one line');
  });
});

describe('points', () => {
  it('lie beside their count, however low their pile is', async () => {
    const setting = { locale: 'en', theme: 'matinee', isStill: true } as const;
    await withState(stateOf('tokens.coming-in'), setting, async () => {
      const host = deep('fairground-tokens');
      Object.assign(host!, { added: 1 });
      await until(() => host?.shadowRoot?.querySelectorAll('g').length === 1, 'one token');
      const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
      const apart = middle(boxOf('g', host!.shadowRoot!)) - middle(boxOf('p', host!.shadowRoot!));
      ok(Math.abs(apart) < 4, `they are ${apart} px apart`);
    });
  });
});

describe('the sheet of a survey', () => {
  it('has its own inks alone, by dusk too', async () => {
    await withState(
      stateOf('survey.effort'),
      { locale: 'en', theme: 'dusk', isStill: true },
      async () => {
        const { borderTopColor, backgroundColor } = getComputedStyle(deep('.sheet .main')!);
        equal(borderTopColor, backgroundColor);
      },
    );
  });
});

describe('a loss', () => {
  it('says how many spins are left', async () => {
    server = new FakeServer(6, 1);
    await mountWheel(await makeFair());
    await spinToEnd();
    const text = textOf('.result');
    ok(text.includes('Not this time.'), text);
    ok(text.includes('spins left for now.'), text);
  });
});

describe('boxes', () => {
  it('ask to be picked where the sentence says how many plays are left', async () => {
    server = new FakeServer();
    server.game = { kind: 'box', boxes: 3 };
    await mountStall(await makeFair(), { view: 'play' });
    const foot = await until(() => deep('.foot'), 'what stands under them');
    ok(foot.textContent?.includes('plays left'), 'how many are left');
    ok(foot.textContent?.includes('Pick a box.'), 'what to do');
  });
});
