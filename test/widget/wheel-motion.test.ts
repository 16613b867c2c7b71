/** How the wheel moves and sounds: pushed, flicked, braked, heard, and stopped. */
import { wayTo } from '../../widget/games/wheel-brake.ts';
import { bendAt, flapperBends } from '../../widget/games/wheel-flapper.ts';
import { mod, pegGap, slipDeg } from '../../widget/games/wheel-geometry.ts';
import { turnedIn, type Run, type Way } from '../../widget/games/wheel-motion.ts';
import type { FairgroundWheel } from '../../widget/games/wheel.ts';
import { shareFair } from '../../widget/state/fair.ts';
import { tickTimes } from '../../widget/sound/wheel-ticks.ts';
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  mountWheel,
  ok,
  siteId,
  spinToEnd,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer | undefined;

/** The contexts that were made since this file began, and what each knock was promised for. */
let made = 0;
const promised: number[] = [];
const { AudioContext: RealContext } = window;
window.AudioContext = class extends RealContext {
  constructor() {
    super();
    made += 1;
  }

  override createBufferSource(): AudioBufferSourceNode {
    const source = super.createBufferSource();
    const { start } = source;
    source.start = (at = 0) => {
      promised.push(at);
      start.call(source, at);
    };
    return source;
  }
};

afterEach(() => {
  server?.stop();
  clearPage();
});

const push: Run = { speed: 0.56, pushMs: 250 };
const flick: Run = { speed: 0.8, pushMs: 0 };
const counts = Array.from({ length: 23 }, (_, at) => at + 2);
const times = { spinMs: 4_200, brakeMs: 2_600 };

/** Ways of all wheels: answered during the push, in time, late, and after a flick. */
const ways = counts.flatMap((slotCount) =>
  [
    { run: push, ranMs: 40 },
    { run: push, ranMs: 700 },
    { run: push, ranMs: 9_000 },
    { run: flick, ranMs: 16 },
  ].map((ran, at) => {
    const from = 37 + at * 61 + turnedIn(ran.run, ran.ranMs);
    const target = (slotCount * 77 + at * 13) % 360;
    const way = wayTo({ ...times, ...ran, from, target, slotCount });
    return { ...ran, way, from, target, slotCount, what: `${slotCount} slots, ${ran.ranMs} ms` };
  }),
);

/** Degrees a millisecond from one angle to the next. */
function paces({ angles, durationMs }: Way): number[] {
  const sampleMs = durationMs / (angles.length - 1);
  return angles.slice(1).map((angle, at) => (angle - (angles[at] ?? 0)) / sampleMs);
}

describe('the way of a wheel', () => {
  it('begins where it is, never turns back, and ends on the target', () => {
    for (const { way, from, target, what } of ways) {
      ok(Math.abs((way.angles[0] ?? 0) - from) < 0.001, `${what}: begins elsewhere`);
      ok(
        paces(way).every((pace) => pace >= 0),
        `${what}: turns back`,
      );
      const off = mod((way.angles.at(-1) ?? 0) - target + 180) - 180;
      ok(Math.abs(off) < 0.001, `${what}: ends ${off}° beside the target`);
    }
  });

  it('takes about 4.2 s where the answer comes in time, and never stops short', () => {
    for (const { way, ranMs, run, what } of ways) {
      const wholeMs = ranMs + way.durationMs;
      const offMs = ranMs < 1_000 ? Math.abs(wholeMs - 4_200) : 0;
      ok(offMs <= 180 / run.speed + 1, `${what}: ${wholeMs}`);
      ok(way.durationMs >= 2_600, `${what}: brakes in ${way.durationMs}`);
    }
  });

  it('is a push, a free run as fast as the push left it, and pegs that slow it', () => {
    for (const { way, run, ranMs, slotCount, what } of ways) {
      const all = paces(way);
      const sampleMs = way.durationMs / all.length;
      const pushed = Math.ceil(Math.max(run.pushMs - ranMs, 0) / sampleMs);
      ok(
        all.slice(0, pushed).every((pace, at) => pace >= (all[at - 1] ?? 0) - 1e-6),
        `${what}: slower within the push`,
      );
      const free = all.slice(pushed, Math.floor((way.durationMs - 2_600) / sampleMs));
      ok(
        free.every((pace) => Math.abs(pace - run.speed) < 0.001),
        `${what}: not free`,
      );
      ok(
        all.slice(pushed).every((pace) => pace < run.speed + 0.001),
        `${what}: faster than the push left it`,
      );
      const waits = waitsOf(tickTimes(way, slotCount)).slice(5);
      ok(
        waits.every((wait, at) => wait > (waits[at - 1] ?? 0) - 0.5),
        `${what}: a peg comes sooner than the one before`,
      );
    }
  });

  it('bends the flapper while a peg holds it, and leaves it straight', () => {
    for (const { way, slotCount, what } of ways) {
      const bends = flapperBends(way.angles, slotCount);
      for (const [at, angle] of way.angles.entries()) {
        const held = bendAt(angle, slotCount);
        ok(held === 0 || (bends[at] ?? 0) >= held, `${what}: a peg went through it`);
      }
      ok(bends.length > way.angles.length + 9, `${what}: the flapper does not rest last`);
      equal(bends.at(-1), 0, `${what}: the flapper at the end`);
    }
  });
});

describe('the ticks of a wheel', () => {
  it('are as many as pegs slip off the flapper, each when it does', () => {
    for (const { way, from, slotCount, what } of ways) {
      const gap = pegGap(slotCount);
      const passed = (angle: number): number => (angle + 180 / slotCount - slipDeg) / gap;
      const ticks = tickTimes(way, slotCount);
      const last = way.angles.at(-1) ?? 0;
      equal(ticks.length, Math.floor(passed(last)) - Math.floor(passed(from)), `${what}: ticks`);
      for (const ms of ticks) {
        const off = mod(passed(angleAt(way, ms)) + 0.5, 1) - 0.5;
        ok(Math.abs(off) < 0.01, `${what}: a tick ${off} of a gap beside its peg`);
      }
    }
  });
});

function waitsOf(ticks: readonly number[]): number[] {
  return ticks.slice(1).map((ms, at) => ms - (ticks[at] ?? 0));
}

function angleAt({ angles, durationMs }: Way, ms: number): number {
  const at = (ms / durationMs) * (angles.length - 1);
  const before = angles[Math.floor(at)] ?? 0;
  return before + ((angles[Math.ceil(at)] ?? before) - before) * (at % 1);
}

function discOf(wheel: FairgroundWheel): HTMLElement {
  const disc = wheel.renderRoot.querySelector<HTMLElement>('.disc');
  ok(disc, 'there is a disc');
  return disc;
}

/** Over the top of the wheel, as far as `across` and as fast as pointers come. */
async function drag(wheel: FairgroundWheel, across: number, end = 'pointerup'): Promise<void> {
  const face = wheel.renderRoot.querySelector<HTMLElement>('.wheel');
  ok(face, 'there is a wheel');
  face.setPointerCapture = () => undefined;
  const { x, y, width } = face.getBoundingClientRect();
  const send = (type: string, along: number): void => {
    const clientX = x + width / 2 + along * across * width;
    const at = { clientX, clientY: y + width * 0.15, pointerId: 1, isPrimary: true };
    face.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true }));
  };
  send('pointerdown', -0.5);
  for (const along of [-0.3, -0.1, 0.1, 0.3, 0.5]) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    send('pointermove', along);
  }
  send(end, 0.5);
}

describe('a flick', () => {
  for (const [way, across] of [
    ['clockwise', 0.5],
    ['anticlockwise', -0.5],
  ] as const) {
    it(`plays as the button does, ${way}`, async () => {
      server = new FakeServer(6, 0);
      const wheel = await mountWheel(await makeFair());
      await drag(wheel, across);
      const [turning] = discOf(wheel).getAnimations();
      ok(turning?.effect instanceof KeyframeEffect, 'it turns');
      const turned = turning.effect
        .getKeyframes()
        .map(({ transform }) => Number.parseFloat(String(transform).slice(7)));
      ok(((turned.at(-1) ?? 0) - (turned[0] ?? 0)) * across > 0, 'the way it was flicked');
      await until(() => server?.called('play').length === 1, 'the play');
      (await until(() => deep('.foot .skip'), 'the way to its end')).click();
      await until(() => deep('.result'), 'the result');
      equal(textOf('.say'), 'You won 10% off.');
    });
  }

  it('is none where a finger only moves the wheel, or scrolls the page', async () => {
    server = new FakeServer();
    const wheel = await mountWheel(await makeFair());
    await drag(wheel, 0.5, 'pointercancel');
    ok(discOf(wheel).style.transform !== 'rotate(0.00deg)', 'it followed the finger');
    equal(discOf(wheel).getAnimations().length, 0, 'what turns');
    equal(wheel.state.status, 'idle');
    equal(getComputedStyle(deep('.wheel')!).touchAction, 'pan-y pinch-zoom');
  });

  it('never pays points', async () => {
    server = new FakeServer();
    server.game = { price: 100 };
    const wheel = await mountWheel(await makeFair());
    await drag(wheel, 0.5);
    equal(wheel.state.status, 'idle');
  });
});

describe('the sound of a wheel', () => {
  it('is off: nothing that was spun or won so far has made an AudioContext', async () => {
    server = new FakeServer(6, 0);
    await mountWheel(await makeFair());
    await spinToEnd();
    await until(() => deep('.confetti'), 'all that comes with a prize');
    equal(made, 0, 'contexts');
  });

  it('promises every tick of the way at once, when it is on', async () => {
    server = new FakeServer(6, 0);
    localStorage.setItem(`fairground.${siteId}.sound`, 'on');
    const fair = await makeFair();
    await fair.loadMore();
    const wheel = await mountWheel(fair);
    deep('.spin')?.click();
    await until(() => promised.length > 20, 'the ticks of the way');
    const [turning] = discOf(wheel).getAnimations();
    const ahead = Number(turning?.effect?.getComputedTiming().endTime) / 1_000;
    ok((promised.at(-1) ?? 0) > ahead * 0.6, 'they are promised to the end');
    equal(made, 1, 'contexts');
    deep('.foot .skip')?.click();
    await until(() => deep('.result'), 'the result');
  });
});

describe('a prize on the wheel', () => {
  it('throws confetti that is gone soon, and none where motion is not wanted', async () => {
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    await mountWheel(fair);
    await spinToEnd();
    const layer = await until(() => deep('.confetti'), 'the confetti');
    equal(layer.children.length, 24, 'tickets');
    ok(!layer.closest('.wheel'), 'it is cut off by nothing of the wheel');
    for (const piece of layer.children) piece.getAnimations()[0]?.finish();
    await until(() => !layer.isConnected, 'none of it');
    shareFair(fair);
    fair.session.keep.set('still', 'on');
    deep('.spin')?.click();
    await until(() => server?.called('play').length === 2, 'the second play');
    await until(() => deep('.result'), 'the result');
    await import('../../widget/views/confetti.ts');
    equal(deep('.confetti'), null, 'confetti');
  });

  it('leaves its slot alone in the light for a while', async () => {
    server = new FakeServer(6, 2);
    const wheel = await mountWheel(await makeFair());
    await spinToEnd();
    const shade = await until(() => discOf(wheel).querySelector('i'), 'the shade');
    // Sixty degrees a slot, and the first one's middle at the top.
    ok(shade.style.background.includes('from 90deg, rgba(0, 0, 0, 0) 60deg'), 'the third slot');
    shade.getAnimations()[0]?.finish();
    await until(() => !shade.isConnected, 'light everywhere');
  });

  for (const [name, only] of [
    ['points, which drop and stack', 2],
    ['nothing', 1],
  ] as const) {
    it(`throws none for ${name}`, async () => {
      server = new FakeServer(6, only);
      await mountWheel(await makeFair());
      await spinToEnd();
      await until(() => deep('button.verified'), 'the result');
      equal(deep('.confetti'), null, 'confetti');
    });
  }
});

describe('a wheel', () => {
  it('stands still behind the form of its terms, and turns once they are met', async () => {
    server = new FakeServer(6, 0);
    const terms = { rules: null, organiser: null, url: null, regions: [], ageMin: 18 };
    server.game = { terms };
    const wheel = await mountWheel(await makeFair());
    deep('.spin')?.click();
    const form = await until(() => deep('fairground-statement'), 'the form');
    equal(discOf(wheel).getAnimations().length, 0, 'what turns behind it');
    const box = await until(() => form.shadowRoot?.querySelector('input'), 'the box');
    box.click();
    form.shadowRoot?.querySelector<HTMLElement>('.main')?.click();
    await until(() => discOf(wheel).getAnimations().length === 1, 'it turns');
    deep('.foot .skip')?.click();
    await until(() => deep('.result'), 'the result');
  });

  it('does not say of another wheel what was refused on the first', async () => {
    server = new FakeServer();
    const fair = await makeFair();
    const wheel = await mountWheel(fair);
    server.refusal = { code: 'daily_limit_reached' };
    await spinToEnd();
    equal(wheel.state.status, 'refused');
    const first = await until(
      () => [fair.session.game('wheel')].find((game) => game?.turn.refusal),
      'what is asked again after a refusal',
    );
    fair.session.takeGames([{ ...first, id: 'other', turn: { ...first.turn, refusal: null } }]);
    wheel.game = 'other';
    await until(() => wheel.state.status === 'idle', 'a wheel at rest');
    ok(deep('.spin'), 'it can be spun');
  });

  it('keeps what was drawn on it for whoever went to another meanwhile', async () => {
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    const wheel = await mountWheel(fair);
    const first = fair.session.game('wheel');
    ok(first, 'there is a first');
    fair.session.takeGames([{ ...first, id: 'other' }]);
    deep('.spin')?.click();
    await until(() => server?.called('play').length === 1, 'the play');
    wheel.game = 'other';
    deep('.foot .skip')?.click();
    await until(() => wheel.state.status === 'idle', 'the other wheel at rest');
    wheel.game = 'wheel';
    await until(() => deep('.result'), 'the result, back on the first');
    equal(textOf('.say'), 'You won 10% off.');
  });

  it('fades to the result in 200 ms for whoever asked for less motion', async () => {
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    fair.session.keep.set('still', 'on');
    await mountWheel(fair);
    deep('.spin')?.click();
    const result = await until(() => deep('.result'), 'the result');
    const fades = [result, deep('.wheel')].map((each) =>
      each?.getAnimations().map(({ effect }) => effect?.getTiming().duration),
    );
    equal(fades, [[200], [200]]);
  });

  it('hands the focus on: from the push to the way to skip, and to the result', async () => {
    server = new FakeServer(6, 0);
    const wheel = await mountWheel(await makeFair());
    deep('.spin')?.focus();
    deep('.spin')?.click();
    const skip = await until(() => deep('.foot .skip'), 'the way to skip');
    equal(wheel.shadowRoot?.activeElement, skip);
    skip.click();
    const result = await until(() => deep('.result'), 'the result');
    await until(() => wheel.shadowRoot?.activeElement === result, 'the focus on the result');
  });
});
