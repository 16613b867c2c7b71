/**
 * What a palette of the device's own must not take away. Each thing is photographed as it is and
 * without what marks it; the pixels in which the two stand out from each other are its mark.
 */
import { contrastOf } from '../../shared/contrast.ts';
import { everyElement } from './every-state.ts';
import { areInSight, faintWords, groundOf, nameOf, paintOf, ratioOf, svgWords } from './painted.ts';
import { photo, pixelAt, pixelsApart, type Box } from './photo.ts';

type Shown = HTMLElement | SVGElement;

/** Takes what marks an element away, or marks it, and gives back how it was. */
type Unmark = (element: Shown) => () => void;

/** From true to false, or the other way. */
const turned =
  (name: string): Unmark =>
  (element) => {
    const value = element.getAttribute(name) ?? '';
    element.setAttribute(name, String(value !== 'true'));
    return () => element.setAttribute(name, value);
  };

const without =
  (name: string): Unmark =>
  (element) => {
    element.classList.remove(name);
    return () => element.classList.add(name);
  };

const withoutCurrent: Unmark = (element) => {
  element.removeAttribute('aria-current');
  return () => element.setAttribute('aria-current', 'true');
};

const checked: Unmark = (element) => {
  const turn = (): void => {
    if (element instanceof HTMLInputElement) element.checked = !element.checked;
  };
  turn();
  return turn;
};

const unseen: Unmark = (element) => {
  const { visibility } = element.style;
  element.style.visibility = 'hidden';
  return () => {
    element.style.visibility = visibility;
  };
};

type Mark = readonly [selector: string, unmark: Unmark, least: number];

/** The least is in pixels, or a share of the element where it is less than one. */
const marks: readonly Mark[] = [
  ['[aria-selected=true]', turned('aria-selected'), 60],
  ['[aria-pressed=true]', turned('aria-pressed'), 60],
  ['[aria-checked]', turned('aria-checked'), 60],
  ['.felt [aria-expanded=true]', turned('aria-expanded'), 40],
  ['.level[aria-current]', withoutCurrent, 60],
  ['[type=radio],[type=checkbox]', checked, 40],
  ['.choice.chosen', without('chosen'), 60],
  ['.choice.right', without('right'), 60],
  ['.choice.wrong', without('wrong'), 60],
  ['.box.picked', without('picked'), 60],
  ['.squares .today', without('today'), 60],
  ['.squares .gift', unseen, 12],
  ['ol .you', without('you'), 60],
  ['.lamps .right', without('right'), 40],
  ['.lamps .done', without('done'), 40],
  ['.way i.done', without('done'), 0.5],
  ['.bar i,.rail i', unseen, 0.5],
  ['.tally .left', without('left'), 8],
  // Under the foil nothing is seen, and a prize stands over its picture.
  ['svg:not(.print *)', unseen, 0.02],
];

/** How far a ring may lie from what it is round. */
const ringReach = 8;

const focusable = 'button,a[href],input,select,textarea,summary,[tabindex="0"],[role=tab]';

/** Looked at before. */
const looked = new Set<string>();

/** One line each; empty is good. */
export async function forcedProblems(palette: string): Promise<string[]> {
  const seen = everyElement(document)
    .filter((element) => element instanceof HTMLElement || element instanceof SVGElement)
    .filter((element) => element.checkVisibility(element.matches('input') ? {} : hidden));
  const found = [
    ...seen.flatMap(edgeless),
    ...(await unmarked(seen, palette)),
    ...(await ringless(seen, palette)),
    ...(await alikeSigns(seen, palette)),
    ...(await alikeSlices(seen, palette)),
    ...(await wordless(seen, palette)),
    ...(await faintWords(svgWords())),
  ];
  return found.map((problem) => `${palette}: ${problem}`);
}

/** A field may be unseen: what stands for it then wears its ring and its mark. */
const hidden = { opacityProperty: true, visibilityProperty: true };

/** A button without an edge looks like words; one that is disabled, like one that is not. */
function edgeless(button: Shown): string[] {
  if (!button.matches('button')) return [];
  const { borderTopStyle, borderTopWidth, borderTopColor, color } = getComputedStyle(button);
  const hasEdge = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
  const problems = hasEdge && ratioOf(borderTopColor, groundOf(button)) >= 3 ? [] : ['has no edge'];
  if (button.matches(':disabled')) {
    // A device has a colour for that, and makes sure that it can be read.
    const { opacity } = getComputedStyle(button);
    button.removeAttribute('disabled');
    const isAlike = getComputedStyle(button).color === color;
    button.setAttribute('disabled', '');
    if (isAlike || opacity !== '1') problems.push('is not grey as the device has it');
  }
  return problems.map((problem) => `${nameOf(button)} ${problem}`);
}

/** Words on a ground of their own: the device lays its own ground under them where it may. */
async function wordless(seen: readonly Shown[], palette: string): Promise<string[]> {
  const problems: string[] = [];
  await eachInSight(seen.filter(hasOwnGround), `${palette} words`, async (shown) => {
    const picture = await photo();
    for (const element of shown) {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      const corner = pixelAt(picture, left + 1, top + 1);
      let inked = 0;
      for (let y = top + 1; y < bottom - 1; y += 1) {
        for (let x = left + 1; x < right - 1; x += 1) {
          if (contrastOf(corner, pixelAt(picture, x, y)) >= 4.5) inked += 1;
        }
      }
      if (inked < 12) problems.push(`${nameOf(element)}: ${inked} pixels are to be read`);
    }
    return shown;
  });
  return problems;
}

function hasOwnGround(element: Shown): boolean {
  const { backgroundColor } = getComputedStyle(element);
  const hasWords = [...element.childNodes].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  );
  const isClear = paintOf(backgroundColor)[3] === 0;
  return hasWords && !isClear && ratioOf(backgroundColor, groundOf(element)) > 1;
}

/** As many at once as do not lie in each other. */
async function unmarked(seen: readonly Shown[], palette: string): Promise<string[]> {
  const problems: string[] = [];
  const found = new Map<Shown, Mark>();
  for (const element of seen) {
    const mark = marks.find(([selector]) => element.matches(selector));
    if (mark) found.set(element, mark);
  }
  await eachInSight([...found.keys()], palette, async (inSight) => {
    const shown = inSight.filter((one) => !inSight.some((two) => one !== two && two.contains(one)));
    const before = await photo();
    const boxes = shown.map((element) => boxOf(element));
    const giveBack = shown.map((element) => found.get(element)?.[1](element));
    const after = await photo();
    giveBack.forEach((give) => give?.());
    for (const [at, element] of shown.entries()) {
      const [box, mark] = [boxes[at], found.get(element)];
      if (!box || !mark) continue;
      const [selector, , least] = mark;
      const area = (box.right - box.left) * (box.bottom - box.top);
      const apart = pixelsApart([before, box], [after, box]);
      if (apart >= (least < 1 ? least * area : least)) continue;
      problems.push(`${nameOf(element)}: ${apart} of ${area} pixels mark it as ${selector}`);
    }
    return shown;
  });
  return problems;
}

/** A ring is as large as a line of two pixels round the thing (WCAG 2.2, 2.4.13). */
async function ringless(seen: readonly Shown[], palette: string): Promise<string[]> {
  const problems: string[] = [];
  const all = seen.filter((one) => one.matches(focusable) && !one.matches(':disabled'));
  await eachInSight(all, `${palette} ring`, async (shown) => {
    blurAll();
    const before = await photo();
    for (const element of shown) {
      element.focus({ preventScroll: true });
      const box = boxOf(element, ringReach);
      const apart = pixelsApart([before, box], [await photo(box), box]);
      const { width, height } = element.getBoundingClientRect();
      const least = Math.round(4 * (width + height));
      if (apart >= least) continue;
      problems.push(`${nameOf(element)} has a ring of ${apart} pixels, not ${least}`);
    }
    blurAll();
    return shown;
  });
  return problems;
}

function blurAll(): void {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element instanceof HTMLElement) element.blur();
}

/** What became of a day is drawn on it: no two of them look the same. */
async function alikeSigns(seen: readonly Shown[], palette: string): Promise<string[]> {
  const problems: string[] = [];
  const all = seen.filter((one) => one.matches('.sign'));
  const kinds = new Map(all.map((sign) => [sign.classList.value, sign]));
  const key = `${palette} signs ${[...kinds.keys()].toSorted().join()}`;
  if (kinds.size < 2 || looked.has(key)) return [];
  looked.add(key);
  const pictures = new Map<string, readonly [ImageData, Box]>();
  for (const [kind, sign] of kinds) {
    sign.scrollIntoView({ block: 'center' });
    pictures.set(kind, [await photo(), boxOf(sign)]);
  }
  const shots = [...pictures];
  for (const [at, [kind, shot]] of shots.entries()) {
    for (const [otherKind, other] of shots.slice(at + 1)) {
      const { left, right, top, bottom } = shot[1];
      const share = pixelsApart(shot, other) / ((right - left) * (bottom - top));
      if (share < 0.04) problems.push(`${kind} looks like ${otherKind}: ${share.toFixed(3)}`);
    }
  }
  return problems;
}

/** Between two slices there is a line, or their colours stand out from each other. */
async function alikeSlices(seen: readonly Shown[], palette: string): Promise<string[]> {
  const problems: string[] = [];
  // The result lies over the wheel's lower half.
  const discs = seen.filter((one) => one.matches('.disc') && !hasResult(one.getRootNode()));
  const count = discs[0]?.querySelectorAll('path').length;
  await eachInSight(discs, `${palette} ${count}`, async (shown) => {
    const picture = await photo();
    for (const disc of shown) {
      const bad = linesMissing(disc, picture);
      if (bad.length > 0) problems.push(`slices run into each other: ${bad.join()}`);
    }
    return shown;
  });
  return problems;
}

function hasResult(root: Node): boolean {
  return root instanceof ShadowRoot && root.querySelector('.result') !== null;
}

function linesMissing(disc: Shown, picture: ImageData): number[] {
  const drawn = disc.querySelector('svg');
  const matrix = drawn?.getScreenCTM();
  const count = drawn?.querySelectorAll(':scope > path').length ?? 0;
  const missing: number[] = [];
  if (!matrix) return missing;
  // The last path is the star on the hub.
  for (let at = 0; at < count - 1; at += 1) {
    const turn = ((at + 0.5) / (count - 1)) * 2 * Math.PI - Math.PI / 2;
    const across = [-3, -2, -1, 0, 1, 2, 3].map((off) => {
      const [right, down] = [Math.cos(turn), Math.sin(turn)];
      const place = new DOMPoint(140 * right - off * down, 140 * down + off * right);
      const { x, y } = place.matrixTransform(matrix);
      return pixelAt(picture, x, y);
    });
    const most = Math.max(...across.flatMap((one) => across.map((two) => contrastOf(one, two))));
    if (most < 3) missing.push(Number(most.toFixed(1)));
  }
  return missing;
}

/** A screenful at a time, and nothing twice; `look` says what it has looked at. */
async function eachInSight(
  elements: readonly Shown[],
  what: string,
  look: (shown: readonly Shown[]) => Promise<readonly Shown[]>,
): Promise<void> {
  const left = new Set<Shown>();
  for (const element of elements) {
    const { width, height } = element.getBoundingClientRect();
    const key = `${what} ${lookOf(element)}`;
    if (width < 2 || height < 2 || looked.has(key)) continue;
    looked.add(key);
    left.add(element);
  }
  while (left.size > 0) {
    const [first] = left;
    first?.scrollIntoView({ block: 'center', inline: 'center' });
    const shown = [...left].filter((element) => element === first || isInSight(element));
    for (const element of await look(shown)) left.delete(element);
  }
}

/** What tells whether a thing was seen before: a picture by its lines, all else by its place. */
function lookOf(element: Shown): string {
  if (element instanceof SVGElement) return element.outerHTML.replaceAll(/<!--.*?-->/g, '');
  const { parentElement: parent, localName, classList, ariaPressed, ariaSelected } = element;
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host.localName : '';
  const around = `${parent?.localName}.${parent?.classList.value}`;
  return [host, around, localName, classList.value, ariaPressed, ariaSelected].join(' ');
}

function isInSight(element: Element): boolean {
  return areInSight(element, [element.getBoundingClientRect()]);
}

function boxOf(element: Element, grow = 0): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: Math.max(0, Math.floor(left) - grow),
    top: Math.max(0, Math.floor(top) - grow),
    right: Math.min(innerWidth, Math.ceil(right) + grow),
    bottom: Math.min(innerHeight, Math.ceil(bottom) + grow),
  };
}
