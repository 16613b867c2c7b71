/**
 * What a page says of our outermost element holds for those inside it; a colour that nobody could
 * read is moved until everybody can.
 */
import { colourOf, contrastOf, type Colour } from '../../shared/contrast.ts';
import { FakeServer } from './fake-server.ts';
import { clearPage, deep, equal, ok, makeFair, mountPanel, spinToEnd, until } from './helper.ts';

let server: FakeServer;
let sheet: HTMLStyleElement;

beforeEach(() => {
  clearPage();
  server = new FakeServer(6, 0);
  sheet = document.createElement('style');
  document.head.append(sheet);
});
afterEach(() => {
  server.stop();
  sheet.remove();
  clearPage();
});

/** Of the colour that an element comes to, against the one under it. */
function ratio(element: Element, under: string): number {
  const [text, ground] = [getComputedStyle(element).color, under].map((one): Colour => {
    const [red = 0, green = 0, blue = 0] = (one.match(/\d+/g) ?? []).map(Number);
    return [red, green, blue];
  });
  return text && ground ? contrastOf(text, ground) : 0;
}

describe('colours that nobody could read', () => {
  it('are moved until they stand out: a page that makes everything pale', async () => {
    sheet.textContent = `fairground-panel {
      --fairground-ground: #fff;
      --fairground-text: #eee;
      --fairground-quiet: color-mix(in oklab, #fff, #00f 12%);
      --fairground-accent: #ffd;
      --fairground-on-accent: #ffe;
      --fairground-ticket-paper: #210;
    }`;
    const panel = await mountPanel(await makeFair({ theme: 'matinee' }));
    panel.open();
    await spinToEnd();
    const spin = await until(() => deep('.main'), 'a button');
    ok(ratio(spin, getComputedStyle(spin).backgroundColor) >= 4.5, 'the button');
    const ticket = await until(() => deep('[part=paper]'), 'the ticket');
    ok(ratio(ticket, 'rgb(34, 17, 0)') >= 4.5, `ink: ${getComputedStyle(ticket).color}`);
    for (const [token, ratioMin] of [
      ['--fairground-text', 4.5],
      ['--fairground-quiet', 4.5],
      ['--_bar', 3],
    ] as const) {
      const mended = panel.style.getPropertyValue(token);
      ok(contrastOf(colourOf(mended), [255, 255, 255]) >= ratioMin, `${token}: ${mended}`);
    }
  });

  for (const [what, css] of [
    ['its button', '--fairground-accent: color-mix(in oklab, #ffd, #fff 50%)'],
    ['its ground', '--fairground-ground: #18181c; --fairground-surface: #18181c'],
  ]) {
    it(`are moved before anybody pushes: a page that chose only ${what}`, async () => {
      sheet.textContent = `fairground-panel { ${css} }`;
      const panel = await mountPanel(await makeFair({ theme: 'matinee' }));
      await until(() => panel.getAttribute('style'), 'mended tokens');
      panel.open();
      const spin = await until(() => deep('.main'), 'a button');
      ok(ratio(spin, getComputedStyle(spin).backgroundColor) >= 4.5, 'the button');
      const booth = await until(() => deep('.booth'), 'the booth');
      ok(ratio(booth, getComputedStyle(booth).backgroundColor) >= 4.5, 'the words');
    });
  }

  it('are moved in a page that took the element away at first, and put it back', async () => {
    sheet.textContent = 'fairground-panel { --fairground-ground: #18181c }';
    const panel = await mountPanel(await makeFair({ theme: 'matinee' }));
    panel.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(panel.getAttribute('style'), null, 'away from the page nothing is measured');
    document.body.append(panel);
    await until(() => panel.getAttribute('style'), 'mended tokens');
  });

  it('stay as they are where they do', async () => {
    const fair = await makeFair({ theme: 'dusk' });
    const panel = await mountPanel(fair);
    panel.open();
    await until(() => deep('.main'), 'a button');
    await new Promise((resolve) => setTimeout(resolve, 50));
    ok(!fair.more, 'nothing fetched for it');
    await spinToEnd();
    ok(!panel.getAttribute('style'), 'nothing mended');
  });
});

describe('a page that styles the panel', () => {
  it('reaches the wheel and the ticket inside it by tokens', async () => {
    sheet.textContent = `fairground-panel {
      --fairground-accent: rgb(1 2 3);
      --fairground-ticket-paper: rgb(4 5 6);
    }`;
    const panel = await mountPanel(await makeFair({ theme: 'dusk' }));
    panel.open();
    const spin = await until(() => deep('.spin'), 'the spin button');
    equal(getComputedStyle(spin).backgroundColor, 'rgb(1, 2, 3)', 'the button');
    await spinToEnd();
    const ticket = await until(() => deep('fairground-ticket'), 'the ticket');
    equal(getComputedStyle(ticket).getPropertyValue('--fairground-accent'), 'rgb(1 2 3)');
    equal(getComputedStyle(ticket).getPropertyValue('--_paper'), 'rgb(4 5 6)', 'the paper');
  });

  it('leaves the theme to what it does not name', async () => {
    const panel = await mountPanel(await makeFair({ theme: 'tet' }));
    panel.open();
    const spin = await until(() => deep('.spin'), 'the spin button');
    equal(getComputedStyle(spin).backgroundColor, 'rgb(242, 193, 78)', 'the gold of Tết');
  });

  it('reaches their parts, however deep they stand', async () => {
    sheet.textContent = `fairground-panel::part(spin) { color: rgb(1 2 3) }
      fairground-panel::part(paper) { letter-spacing: 7px }`;
    const panel = await mountPanel(await makeFair());
    panel.open();
    const spin = await until(() => deep('.spin'), 'the spin button');
    equal(getComputedStyle(spin).color, 'rgb(1, 2, 3)', 'the button');
    await spinToEnd();
    const paper = await until(() => deep('[part=paper]'), 'the ticket');
    equal(getComputedStyle(paper).letterSpacing, '7px', 'the ticket');
  });
});
