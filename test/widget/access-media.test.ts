/** Every state where the device has colours of its own, and where it asks for less motion. */
import { executeServerCommand } from '@web/test-runner-commands';
import { everyState, withState } from './every-state.ts';
import { equal } from './helper.ts';

/** As long as a fade may last. */
const fadeMs = 200;

const emulate = (features: Readonly<Record<string, string>>): Promise<unknown> =>
  executeServerCommand('media', features);

before(() => emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' }));
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
      await withState(named, { locale: 'en', theme: 'dusk', isStill: false }, async () => {
        clearInterval(watch);
        equal([...new Set(moves)], [], 'motions');
        equal(untold(document), [], 'states that colour alone tells');
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
