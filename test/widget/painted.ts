/**
 * Contrast where axe answers "incomplete" (gradients, pictures, overlap): the words are made
 * invisible, and their colour is held against every colour that the browser paints at their place.
 */
import { colourOf, contrastOf, hexOf, type Colour } from '../../shared/contrast.ts';
import { photo, type Box } from './photo.ts';

/** The same page with its words invisible, and in loud colours. */
type Pictures = readonly [bare: ImageData, marked: ImageData];

type Paint = readonly [...Colour, alpha: number];

/** Fewer of the pixels under the words are the soft edge of something beside them. */
const shareMin = 0.02;

/** Words that stood out before, with all that is painted around them: they do so again. */
const settledBefore = new Set<string>();

/** One line for each element whose words stand out too little; empty is good. */
export async function faintWords(elements: readonly Element[]): Promise<string[]> {
  const open = new Map(elements.map((element) => [element, signatureOf(element)]));
  for (const [element, signature] of open) if (settledBefore.has(signature)) open.delete(element);
  const faint: string[] = [];
  while (open.size > 0) {
    const [first] = open.keys();
    first?.scrollIntoView({ block: 'center', inline: 'center' });
    const seen = [...open].filter(([element]) => isShown(element));
    if (first && !seen.some(([element]) => element === first)) {
      faint.push(`${nameOf(first)}: cannot be looked at`);
      open.delete(first);
    }
    if (seen.length === 0) continue;
    const pictures = await picturesAtRest(seen.map(([element]) => element));
    for (const [element, signature] of seen) {
      const problems = faintness(element, pictures);
      if (problems.length === 0) settledBefore.add(signature);
      faint.push(...problems);
      open.delete(element);
    }
  }
  return faint;
}

/** What arrives while the browser paints moves the words: the pictures are of where they stand. */
async function picturesAtRest(elements: readonly Element[]): Promise<Pictures> {
  const places = (): string => JSON.stringify(elements.map(strokesOf));
  for (let tries = 0; tries < 20; tries += 1) {
    const before = places();
    const pictures = [await pictureOf(bareWords), await pictureOf(dyes)] as const;
    if (places() === before) return pictures;
  }
  throw new Error('the words do not come to rest');
}

/** The words in pictures, in any tree: axe takes their `color`, not their fill. */
export function svgWords(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof SVGTextElement && hasWords(element) ? [element] : []),
    ...(element.shadowRoot ? svgWords(element.shadowRoot) : []),
  ]);
}

function hasWords(element: Element): boolean {
  return element.checkVisibility() && element.textContent.trim() !== '';
}

/** Everything that can make a difference to how they stand out, but for the place. */
function signatureOf(element: Element): string {
  const chain: string[] = [element.getAttribute('transform') ?? ''];
  for (let each: Element | null = element; each; each = aroundOf(each)) {
    const { color, fill, opacity, backgroundColor, backgroundImage } = getComputedStyle(each);
    chain.push(each.localName, each.classList.value, color, fill, opacity);
    chain.push(backgroundColor, backgroundImage, each.ariaPressed ?? each.ariaSelected ?? '');
  }
  return chain.join('|');
}

function aroundOf(element: Element): Element | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return element.assignedSlot ?? element.parentElement ?? host;
}

/** Of two colours that hide what is behind them, as CSS has them. */
export function ratioOf(one: string, other: string): number {
  return contrastOf(over(paintOf(one), [0, 0, 0]), over(paintOf(other), [0, 0, 0]));
}

/** What is laid under it, where that is one colour. */
export function groundOf(element: Element): string {
  for (let each = aroundOf(element); each; each = aroundOf(each)) {
    const { backgroundColor } = getComputedStyle(each);
    if (paintOf(backgroundColor)[3] === 1) return backgroundColor;
  }
  return 'Canvas';
}

function faintness(element: Element, pictures: Pictures): string[] {
  const least = isLarge(element) ? 3 : 4.5;
  const ink = inkOf(element);
  const worst = groundsOf(element, pictures)
    .map((ground) => ({ ground, shown: over(ink, ground) }))
    .map((pair) => ({ ...pair, ratio: contrastOf(pair.ground, pair.shown) }))
    .toSorted((one, other) => one.ratio - other.ratio)[0];
  // Under something else, such as the foil: nobody reads it.
  if (!worst) return [];
  const { ratio, shown, ground } = worst;
  if (ratio >= least) return [];
  const pair = `${hexOf(shown)} on ${hexOf(ground)}`;
  return [`${nameOf(element)}: ${pair} has ${ratio.toFixed(2)}, not ${least}`];
}

export function nameOf(element: Element): string {
  return `“${element.textContent.trim()}” in ${element.localName}.${element.classList.value}`;
}

/** By WCAG: 18 point, or 14 point and bold; as large as it is drawn. */
function isLarge(element: Element): boolean {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
  const size = Number.parseFloat(fontSize) * scale;
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}

/** Where each line of its own words stands. */
function linesOf(element: Element): Box[] {
  return [...element.childNodes].flatMap((node) => {
    if (element instanceof SVGElement && node instanceof Element) return linesOf(node);
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}

/** Whether nothing that scrolls hides a part of it. */
function isShown(element: Element): boolean {
  return areInSight(element, linesOf(element));
}

/** Whether boxes of an element's are on the screen, and in whatever it scrolls in. */
export function areInSight(element: Element, boxes: readonly Box[]): boolean {
  const frames: Box[] = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
  for (let each = aroundOf(element); each; each = aroundOf(each)) {
    if (/auto|scroll/.test(getComputedStyle(each).overflow)) {
      frames.push(each.getBoundingClientRect());
    }
  }
  return boxes.every((box) =>
    frames.every(
      ({ left, top, right, bottom }) =>
        box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom,
    ),
  );
}

/** Of what kind words are: those of a picture may be under those of the page. */
const dyes = { picture: '#ff00ff', page: '#00ff00' } as const;

const bareWords = { picture: '#0000', page: '#0000' };

/** Whether the letters there are of that kind. */
function isInked(marked: Uint8ClampedArray, bare: Uint8ClampedArray, own: keyof typeof dyes) {
  const other = own === 'page' ? 'picture' : 'page';
  const toOwn = distance(marked, colourOf(dyes[own]));
  const isOfOther = distance(marked, colourOf(dyes[other])) < toOwn;
  return !isOfOther && toOwn < distance(bare, colourOf(dyes[own]));
}

function distance(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Math.hypot(...[0, 1, 2].map((at) => (one[at] ?? 0) - (other[at] ?? 0)));
}

/** What is painted where its letters are seen. */
function groundsOf(element: Element, [bare, marked]: Pictures): Colour[] {
  const counts = new Map<string, { colour: Colour; count: number }>();
  let total = 0;
  const own = element instanceof SVGElement ? 'picture' : 'page';
  const look = (x: number, y: number): void => {
    const at = (Math.round(y) * bare.width + Math.round(x)) * 4;
    const [red = 0, green = 0, blue = 0] = bare.data.subarray(at, at + 3);
    if (!isInked(marked.data.subarray(at, at + 3), bare.data.subarray(at, at + 3), own)) return;
    const key = `${red},${green},${blue}`;
    const entry = counts.get(key) ?? { colour: [red, green, blue], count: 0 };
    entry.count += 1;
    counts.set(key, entry);
    total += 1;
  };
  for (const [from, to, half] of strokesOf(element)) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
    for (let along = 1; along < length - 1; along += 1) {
      for (let off = -half; off <= half; off += 1) {
        const part = along / length;
        const x = from.x + (to.x - from.x) * part + across.x * off;
        look(x, from.y + (to.y - from.y) * part + across.y * off);
      }
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= total * shareMin)
    .map(({ colour }) => colour);
}

/** Middle lines of its words, with half the height of the letters. */
function strokesOf(element: Element): [from: DOMPoint, to: DOMPoint, half: number][] {
  if (element instanceof SVGTextElement) {
    const matrix = element.getScreenCTM();
    if (!matrix) return [];
    const parts = element.children.length > 0 ? [...element.children] : [element];
    return parts.flatMap((part) => {
      if (!(part instanceof SVGTextContentElement) || part.getNumberOfChars() === 0) return [];
      const start = part.getStartPositionOfChar(0);
      const end = part.getEndPositionOfChar(part.getNumberOfChars() - 1);
      const rise = Number.parseFloat(getComputedStyle(part).fontSize) * 0.35;
      const half = rise * Math.hypot(matrix.a, matrix.b);
      return [
        [
          new DOMPoint(start.x, start.y - rise).matrixTransform(matrix),
          new DOMPoint(end.x, end.y - rise).matrixTransform(matrix),
          half,
        ],
      ];
    });
  }
  return linesOf(element).map(({ left, right, top, bottom }) => {
    const middle = (top + bottom) / 2;
    return [new DOMPoint(left, middle), new DOMPoint(right, middle), (bottom - top) * 0.3];
  });
}

async function pictureOf(words: Record<keyof typeof dyes, string>): Promise<ImageData> {
  const hidden = dyeWords(document, words);
  try {
    return await photo();
  } finally {
    for (const [root, sheet] of hidden) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  }
}

type Dyed = readonly [root: Document | ShadowRoot, sheet: CSSStyleSheet];

function dyeWords(root: Document | ShadowRoot, words: Record<keyof typeof dyes, string>): Dyed[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { -webkit-text-fill-color: ${words.page} !important; text-decoration-color: #0000 !important;
      text-shadow: none !important }
    text, tspan { fill: ${words.picture} !important; stroke: none !important }
    /* A stroke of chalk through what is done is a line through words, not their ground. */
    .struck { background-image: none !important }
  `);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? dyeWords(shadowRoot, words) : [],
  );
  return [[root, sheet], ...inside];
}

function inkOf(element: Element): Paint {
  const { color, fill } = getComputedStyle(element);
  const [red, green, blue, alpha] = paintOf(element instanceof SVGElement ? fill : color);
  return [red, green, blue, alpha * opacityOf(element)];
}

function opacityOf(element: Element): number {
  const around = aroundOf(element);
  return Number(getComputedStyle(element).opacity) * (around ? opacityOf(around) : 1);
}

const paints = new Map<string, Paint>();

/** As a screen shows it. */
export function paintOf(colour: string): Paint {
  const known = paints.get(colour);
  if (known) return known;
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) throw new Error('no canvas to paint on');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const paint = [red, green, blue, alpha / 255] as const;
  paints.set(colour, paint);
  return paint;
}

function over([red, green, blue, alpha]: Paint, under: Colour): Colour {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel, at) =>
    Math.round(channel * alpha + (under[at] ?? 0) * (1 - alpha)),
  );
  return [r, g, b];
}
