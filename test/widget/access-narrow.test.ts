/**
 * Every state on 320 and 360 pixels, and on what 200 % zoom leaves of a desk: nothing scrolls
 * sideways, no words stick out, and what is touched is large enough and lies on its own.
 */
import { setViewport } from '@web/test-runner-commands';
import { everyElement, everyState, withState } from './every-state.ts';
import { equal } from './helper.ts';

/** For fingers; WCAG 2.2 (2.5.8) asks for 24. */
const targetMin = 44;

const screens = [
  { width: 320, height: 568, locale: 'de' },
  { width: 320, height: 568, locale: 'ar' },
  { width: 320, height: 568, locale: 'ja' },
  { width: 360, height: 640, locale: 'es' },
  // What 200 % zoom leaves of a desk.
  { width: 640, height: 360, locale: 'de' },
];

after(() => setViewport({ width: 800, height: 600 }));

for (const { width, height, locale } of screens) {
  describe(`on ${width} × ${height} pixels, in ${locale}, nothing is lost`, () => {
    before(() => setViewport({ width, height }));

    for (const named of everyState) {
      it(`of ${named.key}`, async () => {
        await withState(named, { locale, theme: 'matinee', isStill: true }, async () => {
          equal(problems(), []);
        });
      });
    }
  });
}

function problems(): string[] {
  const all = everyElement(document).filter((element) => element.checkVisibility(hidden));
  return [
    ...all.filter(scrollsSideways).map((element) => `${nameOf(element)} scrolls sideways`),
    ...all.flatMap(sticksOut),
    ...crowded(all.filter((element) => element.matches(touched))),
    ...all.filter((element) => element.matches(touched)).flatMap(outOfReach),
  ];
}

const hidden = { opacityProperty: true, visibilityProperty: true };
const touched = 'button,a[href],input,select,textarea,summary,[role=switch]';

function scrollsSideways(element: Element): boolean {
  if (element.scrollWidth <= element.clientWidth) return false;
  const isRoot = element === document.documentElement;
  return isRoot || /auto|scroll/.test(getComputedStyle(element).overflowX);
}

/** Words outside of the page, or on the rim of the button that they stand on. */
function sticksOut(element: Element): string[] {
  if (element.matches('.hidden, .hidden *, svg *, option')) return [];
  const [start, end] = roomOf(element.closest('button'));
  return [...element.childNodes].flatMap((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ left, right }) => left < start - 0.5 || right > end + 0.5)
      .map(() => `“${node.data.trim()}” sticks out of ${nameOf(element)}`);
  });
}

function roomOf(button: HTMLElement | null): [start: number, end: number] {
  if (!button) return [0, innerWidth];
  const { left, right } = button.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(button);
  const start = left + Number.parseFloat(paddingLeft);
  return [Math.max(0, start), Math.min(innerWidth, right - Number.parseFloat(paddingRight))];
}

/** What a shopper cannot scroll onto the screen; a script moves what is only cut off, too. */
function outOfReach(target: Element): string[] {
  if (target.matches('.hidden, .hidden *')) return [];
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const cut = around(target).filter(
    (element) => element.scrollTop > 0 && getComputedStyle(element).overflowY === 'hidden',
  );
  for (const element of cut) element.scrollTop = 0;
  const { top, bottom } = areaOf(target);
  const isOff = top < -1 || bottom > innerHeight + 1;
  return isOff || cut.length > 0 ? [`${nameOf(target)} is out of reach`] : [];
}

function around(element: Element): Element[] {
  const root = element.getRootNode();
  const next = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return next ? [next, ...around(next)] : [];
}

function crowded(targets: readonly Element[]): string[] {
  const boxes = targets
    .filter((target) => !target.matches('.hidden, .hidden *, :disabled'))
    .map((target) => ({ target, box: areaOf(target) }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const small = boxes
    .filter(({ box }) => box.width < targetMin || box.height < targetMin)
    .filter(({ target }) => !isInSentence(target))
    .map(({ target, box }) => `${nameOf(target)} is ${box.width} × ${box.height}`);
  const overlaps = boxes.flatMap(({ target, box }, at) =>
    boxes
      .slice(at + 1)
      .filter((other) => !target.contains(other.target) && !other.target.contains(target))
      .filter((other) => overlap(box, other.box))
      .map((other) => `${nameOf(target)} lies on ${nameOf(other.target)}`),
  );
  return [...small, ...overlaps];
}

/** A field is touched by its label, too. */
function areaOf(target: Element): DOMRect {
  const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
  const isMark = target instanceof HTMLInputElement && /radio|checkbox/.test(target.type);
  const box = (isMark && label ? label : target).getBoundingClientRect();
  const frame = target.getRootNode() instanceof ShadowRoot ? scrollerOf(target) : undefined;
  if (!frame) return box;
  // What is scrolled away is not touched.
  const { top, bottom } = frame.getBoundingClientRect();
  const isAway = box.top < top || box.bottom > bottom;
  return isAway ? new DOMRect() : box;
}

function scrollerOf(element: Element): Element | undefined {
  const all = around(element);
  return all.find((one) => /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? all.at(-1);
}

function isInSentence(target: Element): boolean {
  return getComputedStyle(target).display === 'inline';
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 1;
}

function nameOf(element: Element): string {
  const words = element.textContent.trim().slice(0, 24);
  return `${element.localName}.${element.classList.value} “${words}”`;
}
