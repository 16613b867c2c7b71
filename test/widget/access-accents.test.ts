/**
 * A shop's own colour that makes it hard: pale, dark, or just short of enough. The states in which
 * the accent stands under, beside or on something; their words, and what says where one is.
 */
import { themeView } from '../../server/core/theme.ts';
import { axeProblems } from './axe.ts';
import { everyElement, everyState, settled, withState } from './every-state.ts';
import { equal, ok } from './helper.ts';
import { groundOf, nameOf, ratioOf } from './painted.ts';

const accents = {
  yellow: '#ffe600',
  'near-white': '#fcfcf7',
  'near-black': '#0a0a0c',
  'mid-grey': '#808080',
  // 4.44 under white words.
  'a saturated red': '#eb1b2c',
};

/** What a shop by night sets on our elements; the rest it leaves to us. */
const night = `[theme] {
  --fairground-ground: #101014;
  --fairground-surface: #1c1c22;
  --fairground-text: #f4f4f6;
  --fairground-line: #3a3a44;
}`;

const chosen = [
  'prize-wheel.won-a-ticket',
  'quiz.wrong',
  'panel.wheel',
  'missions.ready',
  'badges.looked-at',
  'tiers.ready',
  'leaderboard.ready',
  'leaderboard.its-prizes',
  'shop.ready',
  'referral.with-a-code',
  'settings.ready',
  'contact.asked-for',
];

const sheet = new CSSStyleSheet();

before(() => document.adoptedStyleSheets.push(sheet));
after(() => document.adoptedStyleSheets.pop());

describe('a shop’s own colour', () => {
  for (const key of chosen) {
    it(`is read, and shows where one is: ${key}`, async () => {
      const named = everyState.find((state) => state.key === key);
      ok(named, 'there is such a state');
      const setting = { locale: 'en', theme: 'shop', isStill: true };
      await withState(named, setting, async ({ fair, root }) => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        await fair.loadStalls();
        const problems: string[] = [];
        for (const [scheme, css] of [
          ['by day', ''],
          ['by night', night],
        ] as const) {
          sheet.replaceSync(css);
          for (const [name, accent] of Object.entries(accents)) {
            const theme = themeView({ name: 'shop', accent, launcher: 'end' });
            if (fair.session.ready) Object.assign(fair.session.ready.site, { theme });
            fair.session.announce();
            await settled();
            const found = [...(await axeProblems(true)), ...faintMarks()];
            problems.push(...found.map((problem) => `${name} ${scheme}: ${problem}`));
          }
        }
        equal(problems, []);
      });
    });
  }
});

/** What says where one is, how far, or what to press: 3 to 1 beside what it stands on (1.4.11). */
function faintMarks(): string[] {
  return everyElement(document).flatMap((element) => {
    const style = getComputedStyle(element);
    const before = getComputedStyle(element, '::before');
    const colours = [
      element.matches('.bar i') && style.backgroundColor,
      element.matches('.tabs [aria-selected=true]') && before.borderTopColor,
      element.matches('.switch [aria-pressed=true],.level[aria-current]') && style.borderTopColor,
      element.matches('[type=checkbox]') && style.accentColor,
      element.matches('ol .you') && style.borderInlineStartColor,
      element.matches('.main:enabled') && style.borderTopColor,
    ].filter((colour) => colour !== false);
    return colours
      .map((colour) =>
        ratioOf(colour, groundOf(element.closest('.main')?.parentElement ?? element)),
      )
      .filter((ratio) => ratio < 3)
      .map((ratio) => `${nameOf(element)} is marked by ${ratio.toFixed(2)}`);
  });
}
