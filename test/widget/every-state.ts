/** Every state of every game, thing and view that the design page shows, for tests to stand up. */
import { keyOf, stand } from '../../widget/design/gallery.ts';
import { games } from '../../widget/design/scenes-games.ts';
import { things } from '../../widget/design/scenes-things.ts';
import { views } from '../../widget/design/scenes-views.ts';
import type { Setting, Stage, State } from '../../widget/design/stage.ts';
import { finishMotion } from './helper.ts';

export interface NamedState {
  readonly key: string;
  /** Of its scene. */
  readonly isFirst: boolean;
  readonly state: State;
}

export const everyState: readonly NamedState[] = [...games, ...things, ...views].flatMap((scene) =>
  scene.states.map((state, at) => ({ key: keyOf(scene, state), isFirst: at === 0, state })),
);

/** Stands it on the page, at rest, while the work is done; then clears the page. */
export async function withState(
  { state }: NamedState,
  setting: Setting,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  document.documentElement.lang = setting.locale;
  document.title = 'A shop';
  const place = document.createElement('main');
  document.body.append(place);
  document.body.style.margin = '0';
  let stage: Stage | undefined;
  try {
    stage = await stand(place, setting, state);
    await settled();
    await work(stage);
  } finally {
    stage?.server.stop();
    document.querySelectorAll('fairground-panel,fairground-statement').forEach((each) => {
      each.remove();
    });
    place.remove();
  }
}

/** Drawn, with what comes in a chunk of its own, and moved as far as it moves. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) {
    finishMotion();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** In any tree. */
export function everyElement(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everyElement(element.shadowRoot) : []),
  ]);
}
