/** Foil on a canvas: it takes marks, and comes off where it was rubbed once it may. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

const columns = 20;
const rows = 10;
/** Half the width of a fingertip, as a part of the foil's width. */
const reach = 0.062;

export class Foil {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #rubbed = new Set<number>();
  /** Marks made before anybody knew what lies below. */
  readonly #marks: [from: Point, to: Point][] = [];
  /** Whether what lies below is there to be seen. */
  isLoose = false;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw on');
    this.#canvas = canvas;
    this.#context = context;
    this.cover();
  }

  /** The rubbed part, from 0 to 1. */
  get part(): number {
    return this.#rubbed.size / (columns * rows);
  }

  /** New foil over everything. */
  cover(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const scale = Math.min(devicePixelRatio, 2);
    this.#canvas.width = clientWidth * scale;
    this.#canvas.height = clientHeight * scale;
    this.isLoose = false;
    this.#rubbed.clear();
    this.#marks.length = 0;
    this.#context.scale(scale, scale);
    paint(this.#context, clientWidth, clientHeight);
  }

  /** What was rubbed so far comes off, and so does what is rubbed from now on. */
  loosen(): void {
    this.isLoose = true;
    for (const [from, to] of this.#marks) this.#erase(from, to);
  }

  /** Points are parts of the foil's width and height. */
  rub(from: Point, to: Point): void {
    this.#count(from, to);
    if (this.isLoose) this.#erase(from, to);
    else {
      this.#marks.push([from, to]);
      this.#scuff(from, to);
    }
  }

  #count(from: Point, to: Point): void {
    const ratio = this.#canvas.clientWidth / (this.#canvas.clientHeight || 1);
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * columns) + 1;
    for (let step = 0; step <= steps; step += 1) {
      const at = between(from, to, step / steps);
      for (let cell = 0; cell < columns * rows; cell += 1) {
        const x = ((cell % columns) + 0.5) / columns - at.x;
        const y = (Math.floor(cell / columns) + 0.5) / rows - at.y;
        if (Math.hypot(x, y / ratio) < reach) this.#rubbed.add(cell);
      }
    }
  }

  #scuff(from: Point, to: Point): void {
    this.#line(from, to, 'source-atop', 'rgb(255 255 255 / 0.28)', 1.6);
  }

  #erase(from: Point, to: Point): void {
    this.#line(from, to, 'destination-out', '#000', 2);
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    // Crumbs at the edges: no finger rubs a straight line.
    const context = this.#context;
    for (let crumb = 0; crumb < 5; crumb += 1) {
      const turn = crumb * 2.4 + (from.x + to.y) * 40;
      const distance = width * reach * (0.9 + ((crumb * 37 + to.x * 91) % 1) * 0.3);
      context.beginPath();
      context.arc(
        to.x * width + Math.cos(turn) * distance,
        to.y * height + Math.sin(turn) * distance,
        2.5 + (crumb % 3),
        0,
        7,
      );
      context.fill();
    }
  }

  #line(
    from: Point,
    to: Point,
    how: GlobalCompositeOperation,
    colour: string,
    share: number,
  ): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const context = this.#context;
    context.globalCompositeOperation = how;
    context.strokeStyle = colour;
    context.lineWidth = width * reach * share;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(from.x * width, from.y * height);
    context.lineTo(to.x * width + 0.01, to.y * height);
    context.stroke();
  }
}

export function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** How a hand rubs it all away, from 0 to 1: to and fro, a little lower each time. */
export function handAt(part: number): Point {
  const strokes = 5;
  const [at, sway] = [part * strokes, (part * strokes) % 1];
  const x = Math.floor(at) % 2 === 0 ? sway : 1 - sway;
  return { x: 0.06 + x * 0.88, y: 0.1 + part * 0.8 + Math.sin(at * Math.PI) * 0.06 };
}

/** Silver with a sheen across, and small stars pressed into it. */
function paint(context: CanvasRenderingContext2D, width: number, height: number): void {
  const sheen = context.createLinearGradient(0, 0, width, height * 0.8);
  const stops = ['#a9a5b6', '#d9d6e2', '#b3afc0', '#efedf5', '#bbb7c7', '#9692a5', '#c9c6d4'];
  stops.forEach((colour, at) => sheen.addColorStop(at / (stops.length - 1), colour));
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = sheen;
  context.fillRect(0, 0, width, height);
  for (let row = 0; row * 22 < height + 22; row += 1) {
    for (let column = 0; column * 30 < width + 30; column += 1) {
      const x = column * 30 + (row % 2) * 15;
      context.fillStyle = 'rgb(255 255 255 / 0.4)';
      star(context, x + 0.8, row * 22 + 0.8);
      context.fillStyle = 'rgb(84 79 105 / 0.34)';
      star(context, x, row * 22);
    }
  }
  context.strokeStyle = 'rgb(84 79 105 / 0.5)';
  context.lineWidth = 1.5;
  context.strokeRect(5, 5, width - 10, height - 10);
}

function star(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const distance = point % 2 === 0 ? 4.4 : 1.9;
    const turn = (point * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(x + Math.cos(turn) * distance, y + Math.sin(turn) * distance);
  }
  context.fill();
}
