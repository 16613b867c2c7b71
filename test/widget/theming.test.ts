/** What a page says of our outermost element holds for those inside it. */
import { FakeServer } from './fake-server.ts';
import { clearPage, deep, equal, makeFair, mountPanel, spinToEnd, until } from './helper.ts';

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
