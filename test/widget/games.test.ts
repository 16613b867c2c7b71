/** The scratch card and the boxes: what they send, when they show it, and what they say. */
import type { PlayInput } from '../../shared/schema/shopper-api.ts';
import { Foil, handAt } from '../../widget/games/foil.ts';
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

let server: FakeServer;

beforeEach(() => clearPage());
afterEach(() => {
  server?.stop();
  clearPage();
});

const place = { view: 'play' } as const;
const terms = { rules: 'Play fair.', organiser: 'Tea & Teapots', url: null };

function plays(): PlayInput[] {
  return server.called('play').map(({ input }) => input as PlayInput);
}

/** Where a finger is, as parts of the foil. */
function touch(name: string, x: number, y: number): void {
  const canvas = deep('canvas')!;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  canvas.setPointerCapture = () => undefined;
  canvas.dispatchEvent(
    new PointerEvent(name, { clientX: left + x * width, clientY: top + y * height, pointerId: 7 }),
  );
}

function rubAll(): void {
  for (let step = 0; step <= 200; step += 1) {
    const { x, y } = handAt(step / 200);
    touch('pointermove', x, y);
  }
}

describe('a scratch card', () => {
  it('plays at the first touch, and shows nothing before the server answered', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch' };
    let answer = (): void => {};
    server.gate = new Promise((resolve) => (answer = resolve));
    const fair = await makeFair();
    await mountStall(fair, place);
    await until(() => deep('canvas'), 'the foil');
    equal(plays().length, 0, 'plays before a touch');
    touch('pointerdown', 0.2, 0.2);
    rubAll();
    await until(() => plays().length === 1, 'the play');
    equal(textOf('.label'), '', 'what lies below');
    answer();
    await until(() => fair.session.unshown.size > 0, 'the answer');
    equal(fair.session.ready?.wallet.points, 0, 'points that are told');
    await until(() => deep('.result fairground-tokens'), 'the result');
    equal(textOf('.label'), '50 points');
    equal(textOf('.say'), 'You won 50 points.');
    equal(fair.session.ready?.wallet.points, 50, 'points that are told');
    equal(plays().length, 1, 'plays');
  });

  it('waits for the finger once it knows, and opens at half', async () => {
    server = new FakeServer(6, 1);
    server.game = { kind: 'scratch' };
    await mountStall(await makeFair(), place);
    await until(() => deep('canvas'), 'the foil');
    touch('pointerdown', 0.5, 0.5);
    await until(() => textOf('.label'), 'the print');
    await new Promise((resolve) => setTimeout(resolve, 300));
    ok(!deep('.result'), 'it is not open yet');
    rubAll();
    await until(() => deep('.result'), 'the result');
    equal(textOf('.say'), 'Not this time.');
  });

  it('is rubbed off by itself when it is left lying', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch' };
    const fair = await makeFair();
    const { setTimeout: later } = window;
    const soon = (act: () => void, ms = 0): number => later(act, ms === 60_000 ? 300 : ms);
    Object.assign(window, { setTimeout: soon });
    await mountStall(fair, place);
    await until(() => deep('canvas'), 'the foil');
    touch('pointerdown', 0.5, 0.5);
    await until(() => textOf('.label'), 'the print');
    await until(() => deep('.result'), 'the result');
    Object.assign(window, { setTimeout: later });
    equal(fair.session.ready?.wallet.points, 50, 'points that are told');
  });

  it('takes one key instead of a finger, and can be skipped', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch' };
    await mountStall(await makeFair(), place);
    (await until(() => deep('.key'), 'the key')).click();
    (await until(() => deep('.skip'), 'the way to skip')).click();
    await until(() => deep('.result'), 'the result');
    (await until(() => deep('.again'), 'another ticket')).click();
    await until(() => deep('.key'), 'a fresh ticket');
    equal(textOf('.label'), '', 'the print of a fresh ticket');
  });

  it('is not paid for by a touch that slipped', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch', price: 10 };
    await mountStall(await makeFair(), place);
    await until(() => deep('canvas'), 'the foil');
    touch('pointerdown', 0.5, 0.5);
    equal(deep('.key')?.textContent?.trim(), 'A ticket for 10 points');
    deep('.key')?.click();
    await until(() => textOf('.label'), 'the print');
    equal(plays().length, 1, 'plays');
    touch('pointerdown', 0.1, 0.1);
    rubAll();
    await until(() => deep('.result'), 'the result');
  });

  it('says why not, and that a lost play is safe', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch' };
    await mountStall(await makeFair(), place);
    server.trouble.push({ code: 'sold_out' });
    (await until(() => deep('.key'), 'the key')).click();
    await until(() => textOf('.say').startsWith('All prizes have gone'), 'the refusal');
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    (await until(() => deep('.foot .main'), 'the way to try again')).click();
    await until(() => textOf('.say').startsWith('We lost the line'), 'the apology');
    deep('.foot .main')?.click();
    (await until(() => deep('.skip'), 'the way to skip')).click();
    await until(() => deep('.result'), 'the result');
    equal(server.index, 1, 'draws');
  });

  it('leaves its result to whoever comes back', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'scratch' };
    const fair = await makeFair();
    const stall = await mountStall(fair, place);
    await until(() => deep('canvas'), 'the foil');
    touch('pointerdown', 0.5, 0.5);
    await until(() => textOf('.label'), 'the print');
    stall.remove();
    await until(() => !fair.isTurning, 'the end of the play');
    // A hidden wheel in the panel takes nothing that is not its own.
    await mountWheel(fair);
    await mountStall(fair, place);
    await until(() => textOf('.result').includes('From your last'), 'the result');
  });
});

describe('foil', () => {
  it('comes off wholly under the hand that rubs for you', () => {
    const canvas = document.createElement('canvas');
    canvas.style.cssText = 'inline-size:300px;block-size:150px;display:block';
    document.body.append(canvas);
    const foil = new Foil(canvas);
    foil.loosen();
    let last = handAt(0);
    for (let step = 1; step <= 90; step += 1) {
      const to = handAt(step / 90);
      foil.rub(last, to);
      last = to;
    }
    ok(foil.part > 0.5, `only ${foil.part} came off`);
    foil.cover();
    equal(foil.part, 0);
    canvas.remove();
  });
});

describe('boxes', () => {
  it('send the one picked, open it alone, and leave the others shut', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'box', boxes: 6 };
    server.earned = [{ kind: 'badge', id: 'regular', name: 'Regular', given: [] }];
    const fair = await makeFair();
    await mountStall(fair, place);
    await until(() => deep('.box'), 'a box');
    const boxes = [...deep('.box')!.parentElement!.querySelectorAll<HTMLElement>('.box')];
    equal(boxes.length, 6);
    boxes[3]?.click();
    boxes[1]?.click();
    (await until(() => deep('.skip'), 'the way to skip')).click();
    await until(() => deep('.result'), 'the result');
    equal(
      plays().map(({ pick }) => pick),
      [3],
      'picks',
    );
    equal(
      boxes.map((box) => box.classList.contains('open')),
      [false, false, false, true, false, false],
      'open ones',
    );
    equal(boxes[3]?.ariaLabel, 'Box 4: 50 points');
    await until(
      () => deep('fairground-earned')?.shadowRoot?.textContent?.includes('Regular'),
      'the badge',
    );
    deep('.again')?.click();
    await until(() => !deep('.box.open'), 'shut boxes');
  });
});

describe('terms', () => {
  it('ask once for what they need, and a play states it', async () => {
    server = new FakeServer(6, 2);
    server.game = {
      kind: 'box',
      boxes: 3,
      terms: { ...terms, regions: ['VN', 'US-CA'], ageMin: 16 },
    };
    await mountStall(await makeFair(), place);
    (await until(() => deep('.box'), 'a box')).click();
    const select = await until(() => deep('select'), 'the form');
    ok(select instanceof HTMLSelectElement, 'a choice of places');
    equal(
      [...select.options].map(({ textContent }) => textContent),
      ['Please choose', 'Vietnam', 'United States (US-CA)', 'Somewhere else'],
    );
    equal(plays().length, 0, 'plays before it is stated');
    select.value = 'VN';
    const box = deep('fairground-statement')?.shadowRoot?.querySelector('input');
    equal(box?.checked, false, 'checked before');
    box?.click();
    deep('fairground-statement')?.shadowRoot?.querySelector<HTMLElement>('.main')?.click();
    await until(() => deep('.result'), 'the result');
    equal(
      plays().map(({ region, ageConfirmed }) => [region, ageConfirmed]),
      [['VN', 16]],
    );
    deep('.again')?.click();
    (await until(() => deep('.boxes:not(.resting) .box'), 'a box')).click();
    await until(() => plays().length === 2, 'a second play, without a question');
  });

  it('keep whoever would not say from playing, on a wheel too', async () => {
    server = new FakeServer(6, 2);
    server.game = { terms: { ...terms, regions: [], ageMin: 18 } };
    const fair = await makeFair();
    await mountWheel(fair);
    (await until(() => deep('.spin'), 'the spin button')).click();
    const form = await until(() => document.querySelector('fairground-statement'), 'the form');
    (await until(() => form.shadowRoot?.querySelector<HTMLElement>('.plain'), 'no')).click();
    deep('.skip')?.click();
    await until(() => textOf('.say').includes('confirm your age'), 'the refusal');
    equal(plays().length, 0, 'plays');
  });

  it('leave the wheel ready for another push when their form does not arrive', async () => {
    server = new FakeServer(6, 2);
    server.game = { terms: { ...terms, regions: [], ageMin: 18 } };
    const fair = await makeFair();
    await fair.loadMore();
    Object.assign(fair.words, { locale: 'xx' });
    const wheel = await mountWheel(fair);
    (await until(() => deep('.spin'), 'the spin button')).click();
    await until(() => wheel.state.status === 'refused', 'the apology');
    ok(deep('.spin') && !fair.isTurning, 'it may be pushed again');
  });

  it('stand under the odds', async () => {
    server = new FakeServer(6, 2);
    server.game = { kind: 'box', boxes: 3, terms: { ...terms, regions: ['VN'], ageMin: 16 } };
    const panel = await mountPanel(await makeFair());
    panel.show(place);
    (
      await until(
        () => deep('fairground-box')?.shadowRoot?.querySelector<HTMLElement>('.odds'),
        'rules',
      )
    ).click();
    const rules = await until(() => deep('#rules')?.parentElement, 'the rules');
    for (const part of ['Play fair.', 'Tea & Teapots', 'Vietnam', '16 or older']) {
      ok(rules.textContent?.includes(part), `${part} is there`);
    }
    ok(deep('#odds')?.parentElement?.textContent?.includes('decides nothing'), 'honesty');
  });
});

describe('the odds', () => {
  it('name each prize once, as likely as all its places together', async () => {
    server = new FakeServer(12);
    const panel = await mountPanel(await makeFair());
    panel.show({ view: 'fair', gameId: 'wheel' });
    const odds = await until(() => deep('#odds')?.parentElement, 'the odds');
    const rows = [...odds.querySelectorAll('tbody tr')];
    equal(rows.length, new Set(server.prizes.map(({ id }) => id)).size, 'rows');
    for (const row of rows) {
      equal(row.querySelectorAll('circle').length, 4, 'places on the wheel');
      equal(row.querySelector('.end')?.textContent, '33.3%', 'chance');
    }
  });
});

describe('the signpost', () => {
  it('leads from the wheel to the other games, and is not there for one alone', async () => {
    server = new FakeServer(6, 2);
    server.others = [{ id: 'foil', kind: 'scratch', name: 'The foil ticket' }];
    const panel = await mountPanel(await makeFair());
    panel.show(place);
    await until(() => panel.fair?.more, 'the rest of us');
    panel.show({ view: 'play' });
    (await until(() => deep('.signpost'), 'the signpost')).click();
    const row = await until(() => deep('[popover] .row'), 'the other game');
    const escape = { key: 'Escape', bubbles: true, composed: true };
    row.dispatchEvent(new KeyboardEvent('keydown', escape));
    ok(panel.renderRoot.querySelector('dialog')?.open, 'only the list closes');
    equal(row.textContent?.trim(), 'The foil ticket');
    row.click();
    await until(() => deep('fairground-scratch'), 'the scratch card');
    equal(panel.place.gameId, 'foil');
  });

  it('leaves what one wheel gave out of another', async () => {
    server = new FakeServer(6, 2);
    const wheel = await mountWheel(await makeFair());
    await spinToEnd();
    ok(deep('.result'), 'the result');
    const { state } = wheel;
    ok(state.status === 'settled', 'it is settled');
    const other = { ...state.settled, reply: { ...state.settled.reply, gameId: 'another' } };
    wheel.state = { ...state, settled: other };
    server.table = { ...server.table, slots: server.table.slots.slice(0, 5) };
    server.prizes = server.prizes.slice(0, 5);
    await wheel.fair?.session.start();
    await until(() => !deep('.result'), 'a wheel at rest');
  });
});
