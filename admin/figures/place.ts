/** Where a small box stands beside its anchor without leaving the window. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Under the anchor, else above it; centred on it, moved in from the edges. All in CSS pixels. */
export function placeBeside(
  anchor: Rectangle,
  box: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { left: number; top: number } {
  const gap = 6;
  const edge = 12;
  const centred = anchor.left + anchor.width / 2 - box.width / 2;
  const below = anchor.top + anchor.height + gap;
  const fitsBelow = below + box.height + edge <= window.height;
  return {
    left: Math.max(edge, Math.min(centred, window.width - box.width - edge)),
    top: fitsBelow ? below : Math.max(edge, anchor.top - gap - box.height),
  };
}
