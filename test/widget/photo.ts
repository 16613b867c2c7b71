/** Photographs of the page under test, to decide by what is painted. */
import { executeServerCommand } from '@web/test-runner-commands';
import { contrastOf, type Colour } from '../../shared/contrast.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is on the screen, a pixel of ours each; only in the box, where there is one. */
export async function photo(box?: Box): Promise<ImageData> {
  const { left: x, top: y } = box ?? { left: 0, top: 0 };
  const size = box && { width: box.right - x, height: box.bottom - y };
  // The browser counts from the top of the page.
  const clip = size && { x: x + scrollX, y: y + scrollY, ...size };
  const picture = new Image();
  const drawn = await executeServerCommand<string, typeof clip>('picture', clip);
  picture.src = `data:image/png;base64,${drawn}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(innerWidth, innerHeight).getContext('2d');
  if (!canvas) throw new Error('no canvas to look at');
  canvas.drawImage(picture, x, y);
  return canvas.getImageData(0, 0, innerWidth, innerHeight);
}

export function pixelAt({ data, width }: ImageData, x: number, y: number): Colour {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  return [red, green, blue];
}

/** The pixels of both boxes, laid on each other, that stand out from one another (1.4.11). */
export function pixelsApart(
  [one, oneBox]: readonly [ImageData, Box],
  [other, otherBox]: readonly [ImageData, Box],
): number {
  let apart = 0;
  const wide = Math.min(oneBox.right - oneBox.left, otherBox.right - otherBox.left);
  const high = Math.min(oneBox.bottom - oneBox.top, otherBox.bottom - otherBox.top);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const first = pixelAt(one, oneBox.left + x, oneBox.top + y);
      const second = pixelAt(other, otherBox.left + x, otherBox.top + y);
      const isSame = first.every((channel, at) => channel === second[at]);
      if (!isSame && contrastOf(first, second) >= 3) apart += 1;
    }
  }
  return apart;
}
