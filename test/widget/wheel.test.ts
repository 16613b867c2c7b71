/** The wheel: where it lands, how it behaves, what it says. */
import {
  enamelOf,
  lineMiddle,
  mod,
  radius,
  slicesOf,
  type Slice,
  type WidthOf,
} from '../../widget/games/wheel-geometry.ts';
import { bendAt } from '../../widget/games/wheel-flapper.ts';
import { chanceFrom, restAngle, slotUnder } from '../../widget/games/wheel-rest.ts';
import { pendingPlays } from '../../widget/state/pending.ts';
import type { FairgroundWheel } from '../../widget/games/wheel.ts';
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  mountPanel,
  mountWheel,
  ok,
  spinToEnd,
  startPlays,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer;

afterEach(() => {
  server?.stop();
  clearPage();
});

const counts = Array.from({ length: 23 }, (_, at) => at + 2);

describe('the shape of a wheel', () => {
  it('rests in the middle 60 % of the slot, for 2 to 24 slots and any chance', () => {
    for (const count of counts) {
      for (let slot = 0; slot < count; slot += 1) {
        for (const chance of [0, 0.2, 0.41, 0.5, 0.66, 0.999]) {
          const angle = restAngle(slot, count, chance);
          equal(slotUnder(angle, count), slot, `slot of ${count} at ${chance}`);
          const step = 360 / count;
          const within = mod(step / 2 - slot * step - angle) / step;
          ok(within > 0.199 && within < 0.801, `${within} of slot ${slot} of ${count}`);
          equal(bendAt(angle, count), 0, `bend of the flapper in ${slot} of ${count}`);
        }
      }
    }
  });

  it('never puts two like colours side by side', () => {
    for (const count of counts) {
      const colours = Array.from({ length: count }, (_, slot) => enamelOf(slot, count)[0]);
      for (const [slot, colour] of colours.entries()) {
        ok(colour !== colours[(slot + 1) % count], `${count} slots, at ${slot}`);
      }
    }
  });

  it('rests all over the slot: no edge is preferred', () => {
    const quarters = [0, 0, 0, 0];
    for (let number = 0; number < 4_000; number += 1) {
      quarters[Math.floor(chanceFrom(number, number % 7) * 4)]! += 1;
    }
    ok(
      quarters.every((share) => share > 850 && share < 1_150),
      quarters.join(' '),
    );
  });

  it('keeps every label clear of hub, rim and neighbours, in wide letters and narrow', () => {
    for (const em of [0.45, 0.6, 0.75]) {
      for (const count of [3, 4, 5, 6, 7, 8, 10, 12, 16, 24]) {
        for (const label of ['Miễn phí ship', '200 points', '10%', 'An extraordinary prize']) {
          const widthOf = (text: string): number => text.length * em;
          const [slice] = slicesOf(Array(count).fill(label), widthOf);
          ok(slice, 'there is a slice');
          for (const corner of cornersOf(slice, count, widthOf)) {
            const what = `${label} of ${count} at ${em} em`;
            ok(corner.distance > (count > 6 ? radius.hub : 30), `${what} lies on the hub`);
            ok(corner.distance < radius.peg - 4, `${what} lies on a peg`);
            ok(corner.angle < 180 / count, `${what} lies in the next slice: ${corner.angle}`);
          }
        }
      }
    }
  });

  it('cuts no label that fits, and marks one that does not', () => {
    const widthOf = (text: string): number => text.length * 0.55;
    equal(slicesOf(Array(8).fill('Free shipping'), widthOf)[0]?.lines, ['Free', 'shipping']);
    equal(slicesOf(Array(12).fill('200 points'), widthOf)[0]?.lines, ['200 points']);
    const long = slicesOf(Array(24).fill('An extraordinarily generous prize'), widthOf)[0];
    equal(long?.lines.length, 1);
    ok(long?.lines[0]?.endsWith('…'), 'the cut shows');
    for (const start of ['', 'a']) {
      const [gifts] = slicesOf(Array(24).fill(start + '🎁'.repeat(30)), widthOf);
      ok(gifts?.lines[0]?.endsWith('🎁…'), 'no sign is cut in two');
    }
  });
});

/** Where the corners of a label's lines lie: from the hub, and from the middle of the slice. */
function cornersOf(
  { lines, fontSize }: Slice,
  count: number,
  widthOf: WidthOf,
): { distance: number; angle: number }[] {
  return lines.flatMap((line, at) => {
    const middle = lineMiddle(at, lines.length) * fontSize;
    const length = widthOf(line) * fontSize;
    return [-0.4, 0.4].flatMap((half) => {
      const aside = middle + half * fontSize;
      // Along the spoke from the rim inward, or across it, as high as its line.
      const points =
        count > 6
          ? [0, length].map((inward) => [radius.label - inward, aside] as const)
          : [-0.5, 0.5].map((part) => [radius.across - aside, part * length] as const);
      return points.map(([along, off]) => ({
        distance: Math.hypot(along, off),
        angle: (Math.abs(Math.atan2(off, along)) * 180) / Math.PI,
      }));
    });
  });
}

/** The slot whose painted path lies under the flapper's tip. */
function paintedSlot(wheel: FairgroundWheel): number {
  const disc = wheel.renderRoot.querySelector<HTMLElement>('.disc');
  ok(disc, 'there is a disc');
  const paths = [...disc.querySelectorAll<SVGPathElement>('svg > path')];
  const turned = Number(/rotate\(([-\d.]+)deg/.exec(disc.style.transform)?.[1] ?? 0);
  const radians = (-turned * Math.PI) / 180;
  const point = new DOMPoint(Math.sin(radians) * 120, -Math.cos(radians) * 120);
  return paths.findIndex((path) => path.isPointInFill(point));
}

describe('a spin', () => {
  for (const count of [2, 3, 7, 8, 13, 24]) {
    it(`comes to rest on the drawn slot of ${count}`, async () => {
      const slot = count - 1;
      server = new FakeServer(count, slot);
      const wheel = await mountWheel(await makeFair());
      await spinToEnd();
      equal(paintedSlot(wheel), slot, 'slot under the flapper');
    });
  }

  it('turns at the click, before the answer, and stops on it by itself', async () => {
    server = new FakeServer(6, 0);
    let release = (): void => {};
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    const wheel = await mountWheel(await makeFair());
    deep('.spin')?.click();
    const disc = wheel.renderRoot.querySelector('.disc');
    ok(disc?.getAnimations().length === 1, 'it turns at once');
    await until(() => server.called('play').length === 1, 'the play');
    release();
    await until(() => deep('.result'), 'the result');
    equal(disc?.getAnimations().length, 0, 'it stands');
    equal(textOf('.say'), 'You won 10% off.');
    equal(paintedSlot(wheel), 0);
  });

  it('says what happened and dispatches it, without secrets', async () => {
    server = new FakeServer(6, 0);
    const seen: string[] = [];
    const listen = (event: Event): void => {
      ok(event instanceof CustomEvent, 'a custom event');
      seen.push(`${event.type} ${JSON.stringify(event.detail)}`);
    };
    document.addEventListener('fairground-play-settled', listen);
    document.addEventListener('fairground-prize-won', listen);
    await mountWheel(await makeFair());
    await spinToEnd();
    await until(() => seen.length === 2, 'both events');
    document.removeEventListener('fairground-play-settled', listen);
    document.removeEventListener('fairground-prize-won', listen);
    ok(!seen.join().includes('TEA-7KQ2XW'), 'no code in an event');
    await until(() => deep('button.verified'), 'the verified mark');
  });

  it('rolls back and says so when it is refused: nothing looks like a result', async () => {
    server = new FakeServer();
    const wheel = await mountWheel(await makeFair());
    const before = paintedSlot(wheel);
    server.refusal = { code: 'daily_limit_reached', nextAt: Date.now() + 3_600_000 };
    await spinToEnd();
    await until(() => textOf('.say').startsWith('No plays left today'), 'the sentence');
    equal(paintedSlot(wheel), before, 'slot under the flapper');
    equal(deep('.result'), null, 'a result');
    ok(deep('.wheel.out'), 'the bulbs are out');
    await until(() => deep('.odds'), 'its odds and rules');
  });

  it('keeps the play and says it is safe when the line is lost', async () => {
    server = new FakeServer();
    await mountWheel(await makeFair());
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    await spinToEnd();
    await until(() => textOf('.say').startsWith('We lost the line'), 'the sentence');
    await spinToEnd();
    await until(() => deep('.result'), 'the result of the same play');
    equal(server.index, 1, 'draws');
  });

  it('shows the result of a play that an earlier page sent', async () => {
    server = new FakeServer(6, 0);
    const { plays } = await startPlays();
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    await plays.play('wheel');
    await mountWheel(await makeFair());
    await until(() => deep('.result'), 'the result');
    equal(textOf('.say'), 'You won 10% off.');
  });

  it('is told when the wheel rests, and met again when the wheel was taken away', async () => {
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    const wheel = await mountWheel(fair);
    deep('.spin')?.click();
    await until(() => fair.session.unshown.size > 0, 'the answer');
    equal(fair.session.ready?.wallet.vouchers, [], 'tickets while it turns');
    wheel.remove();
    await until(() => fair.session.ready?.wallet.vouchers.length === 1, 'the ticket');
    equal(pendingPlays(fair.session.keep).length, 1, 'plays that nobody saw');
    await mountWheel(fair);
    await until(() => textOf('.result').includes('From your last'), 'the result');
    equal(pendingPlays(fair.session.keep), [], 'kept plays');
  });

  it('of an earlier page waits for the panel to open, and for its tab', async () => {
    server = new FakeServer(6, 0);
    await (await startPlays()).plays.play('wheel');
    const fair = await makeFair();
    const panel = await mountPanel(fair);
    await fair.settlePending();
    await until(() => fair.more, 'the answer');
    panel.open({ view: 'wallet' });
    await until(() => deep('fairground-wallet'), 'the wallet');
    equal(pendingPlays(fair.session.keep).length, 1, 'plays that nobody saw');
    panel.show({ view: 'play' });
    await until(() => textOf('.result').includes('From your last'), 'the result');
    equal(pendingPlays(fair.session.keep), [], 'kept plays');
  });

  it('is told in a panel that was closed meanwhile, and shown when that is back', async () => {
    server = new FakeServer(6, 0);
    const fair = await makeFair();
    const panel = await mountPanel(fair);
    panel.open();
    (await until(() => deep('.spin'), 'the spin button')).click();
    panel.close();
    await until(() => fair.session.ready?.wallet.vouchers.length === 1, 'the ticket');
    equal(pendingPlays(fair.session.keep).length, 1, 'kept plays');
    ok(!deep('.result'), 'nobody has seen the result');
    panel.open();
    await until(() => textOf('.result').includes('From your last spin here'), 'the result');
    equal(pendingPlays(fair.session.keep), [], 'kept plays');
    equal(server.called('play').length, 1, 'plays');
  });

  it('says why a stub stays on, and lets it be tried again', async () => {
    server = new FakeServer(6, 0);
    await mountWheel(await makeFair());
    await spinToEnd();
    const stub = await until(() => deep('.stub'), 'the stub');
    server.trouble.push({ code: 'voucher_held' });
    stub.click();
    await until(
      () => deep('.paper [role=status]')?.textContent?.includes('in a cart just now'),
      'why',
    );
    stub.click();
    await until(() => deep('.copy'), 'the code');
  });

  it('takes no second click while it turns', async () => {
    server = new FakeServer();
    await mountWheel(await makeFair());
    const spin = deep('.spin');
    spin?.click();
    spin?.click();
    await until(() => server.called('play').length > 0, 'the play');
    deep('.foot .skip')?.click();
    await until(() => deep('.result'), 'the result');
    equal(server.called('play').length, 1, 'plays');
  });

  it('only fades where motion is not wanted', async () => {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query);
    try {
      server = new FakeServer(6, 0);
      const wheel = await mountWheel(await makeFair());
      deep('.spin')?.click();
      equal(wheel.renderRoot.querySelector('.disc')?.getAnimations().length, 0, 'turning');
      await until(() => deep('.result'), 'the result');
      equal(paintedSlot(wheel), 0);
    } finally {
      window.matchMedia = real;
    }
  });

  it('is quiet about what was seen without consent, and counts it with', async () => {
    server = new FakeServer();
    await mountWheel(await makeFair());
    await spinToEnd();
    clearPage();
    equal(server.called('track').length, 0, 'without consent');
    await mountWheel(await makeFair({ hasConsent: () => true }));
    await until(() => server.called('track').length > 0, 'the batch');
    const { input } = server.called('track')[0]!;
    equal(
      (input as { events: { kind: string }[] }).events.map(({ kind }) => kind),
      ['shown'],
    );
  });
});
