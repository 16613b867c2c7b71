/** What only goes wrong where the browser does not know in which language our words are. */
import { setViewport } from '@web/test-runner-commands';
import { FakeServer } from './fake-server.ts';
import { clearPage, deep, equal, makeFair, mountPanel, mountWheel, ok, until } from './helper.ts';

const { documentElement } = document;
const { lang } = documentElement;
const pages = { calm: '', hostile: '* { all: unset !important; -webkit-locale: "de" }' };
let server: FakeServer;
let style: HTMLStyleElement;

beforeEach(() => {
  server = new FakeServer(6);
  style = document.head.appendChild(document.createElement('style'));
  documentElement.lang = 'ko';
});

afterEach(() => {
  server.stop();
  clearPage();
  style.remove();
  documentElement.lang = lang;
});

/** Where lines begin, counted in characters. */
function lineStarts({ firstChild: text }: HTMLElement): number[] {
  ok(text instanceof Text, 'a text alone');
  const range = document.createRange();
  const tops = Array.from({ length: text.length }, (_, at) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().top;
  });
  return tops.flatMap((top, at) => (top === tops[at - 1] ? [] : [at]));
}

describe('a page that names its language in a way of its own', () => {
  for (const [lang, tag] of [
    ['vi_VN', 'vi-VN'],
    ['VI', 'vi'],
    ['vi-', 'vi'],
    ['vi_VN.UTF-8', 'vi'],
  ] as const) {
    it(`is spoken to in it, with its names and numbers: ${lang}`, async () => {
      const fair = await makeFair({ locale: lang });
      await mountWheel(fair);
      await fair.loadMore();
      equal(fair.locale, tag, 'locale');
      equal(fair.more?.formats.number(12_345), '12.345', 'number');
      const name = deep('.disc svg')?.getAttribute('aria-label');
      ok(name?.includes('Giảm 10%'), `prizes: ${name}`);
    });
  }
});

describe('an element in another language than the page', () => {
  for (const [page, css] of Object.entries(pages)) {
    for (const locale of ['ja', 'zh-Hans']) {
      it(`takes the glyphs and line breaks of its own: ${locale}, on a ${page} page`, async () => {
        style.textContent = css;
        await mountPanel(await makeFair({ locale }));
        for (const selector of ['header h2', '.foot']) {
          const inside = await until(() => deep(selector), selector);
          equal(
            getComputedStyle(inside).getPropertyValue('-webkit-locale'),
            `"${locale}"`,
            selector,
          );
        }
      });
    }
  }

  for (const [locale, before, after] of [
    ['ja', '景品は次の', '更新日まで'],
    ['ko', '오늘은 룰렛을 ', '돌려보세요.'],
    ['zh-Hans', '连接中断了。', '请稍后再试。'],
  ] as const) {
    it(`ends a line where one would pause: ${locale}`, async () => {
      const wheel = await mountWheel(await makeFair({ locale }));
      const text = document.createElement('p');
      text.textContent = before + after;
      wheel.shadowRoot?.append(text);
      // Nearly all of it fits, in whichever font there is.
      text.style.textWrap = 'wrap';
      text.style.inlineSize = 'fit-content';
      text.style.inlineSize = `${text.clientWidth * 0.9}px`;
      equal(lineStarts(text), [0, before.length], 'where lines begin');
    });
  }
});

describe('the tabs under the panel', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('have one line each where a quarter of the panel holds the longest name', async () => {
    const panel = await mountPanel(await makeFair({ locale: 'id' }));
    panel.open();
    const home = await until(() => deep('[role=tab]'), 'a tab');
    home.style.fontWeight = '700';
    const name = document.createRange();
    name.selectNodeContents([...home.childNodes].find(isWord) ?? home);
    const { width } = name.getBoundingClientRect();
    equal(name.getClientRects().length, 1, 'lines on a desk');
    await setViewport({ width: Math.ceil(width) * 4 + 4, height: 600 });
    equal(name.getClientRects().length, 1, 'lines on a phone');
  });
});

function isWord(node: Node): boolean {
  return node instanceof Text && node.data.trim() !== '';
}
