/** Who cannot see, point, or wait plays too; and the page around us notices nothing. */
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
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
    for (const element of [panel, deep('fairground-wheel'), deep('fairground-ticket')]) {
      equal(element?.lang, 'vi', 'the language, for the voice that reads it');
    }
  });
});
