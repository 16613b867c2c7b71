/** Every state where the device has colours of its own, and where it asks for less motion. */
import { executeServerCommand } from '@web/test-runner-commands';
import { everyState, settled, withState } from './every-state.ts';
import { forcedProblems } from './forced.ts';
import { equal } from './helper.ts';

/** As long as a fade may last. */
const fadeMs = 200;

const emulate = (features: Readonly<Record<string, string>>): Promise<unknown> =>
  executeServerCommand('media', features);

const forced = { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' };

before(() => emulate(forced));
after(() => emulate({}));

it('the browser has forced colours and reduced motion', () => {
  equal(matchMedia('(forced-colors: active)').matches, true);
  equal(matchMedia('(prefers-reduced-motion: reduce)').matches, true);
});

describe('with forced colours and reduced motion', () => {
  for (const named of everyState) {
    it(`nothing moves for long and every state is told, of ${named.key}`, async () => {
      const moves: string[] = [];
      const watch = setInterval(() => moves.push(...longMotions(document)), 10);
      const setting = { locale: 'en', theme: 'dusk', isStill: false };
      await withState(named, setting, async ({ fair, root }) => {
        clearInterval(watch);
        equal([...new Set(moves)], [], 'motions');
        equal(untold(document), [], 'states that colour alone tells');
        // A theme for the night in a palette for the day, and the other way round.
        const problems = await forcedProblems('light');
        if (named.isFirst) {
          await emulate({ ...forced, 'prefers-color-scheme': 'dark' });
          setting.theme = 'matinee';
          root.host.setAttribute('theme', setting.theme);
          fair.session.announce();
          await settled();
          problems.push(...(await forcedProblems('dark')));
          await emulate(forced);
        }
        equal(problems, []);
      });
    });
  }
});

function longMotions(root: DocumentOrShadowRoot & ParentNode): string[] {
  const own = root.getAnimations().flatMap((motion) => {
    const { effect } = motion;
    const { endTime = 0 } = effect?.getComputedTiming() ?? {};
    if (!(effect instanceof KeyframeEffect) || Number(endTime) <= fadeMs) return [];
    return [`${effect.target?.localName}.${effect.target?.classList.value}: ${String(endTime)} ms`];
  });
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? longMotions(shadowRoot) : [],
  );
  return [...new Set([...own, ...inside])];
}

/** What is chosen looks like its neighbours but for colours, which a forced palette takes away. */
function untold(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(isAlike(element) ? [`${element.localName}.${element.classList.value}`] : []),
    ...(element.shadowRoot ? untold(element.shadowRoot) : []),
  ]);
}

const chosen = '[aria-selected=true],[aria-pressed=true],[aria-checked=true],[aria-current]';

function isAlike(element: Element): boolean {
  if (!element.matches(chosen)) return false;
  const others = [...(element.parentElement?.children ?? [])].filter(
    (each) => each !== element && each.localName === element.localName,
  );
  const [own, ...theirs] = [element, ...others].map(looksOf);
  return theirs.length > 0 && theirs.every((looks) => looks === own);
}

/** Everything of a look that is told by its shape, in forced colours. */
function looksOf(element: Element): string {
  return ['', '::before', '::after']
    .map((part) => {
      const style = getComputedStyle(element, part || null);
      const { content, fontWeight, textDecorationLine, borderWidth, outlineWidth } = style;
      const { backgroundColor, borderColor, color } = style;
      const border = borderWidth === '0px' ? '' : `${borderWidth} ${borderColor}`;
      return [
        content,
        fontWeight,
        textDecorationLine,
        border,
        outlineWidth,
        backgroundColor,
        color,
      ];
    })
    .join('|');
}
