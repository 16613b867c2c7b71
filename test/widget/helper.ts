/** What the widget tests share: a few ways to make and to look at a page. */
import { createApi } from '../../widget/api.ts';
import { FairgroundPanel } from '../../widget/elements/panel.ts';
import { FairgroundWheel } from '../../widget/games/wheel.ts';
import { Fair, type Asked, type FairOptions } from '../../widget/state/fair.ts';
import { keepFor, type Keep } from '../../widget/state/keep.ts';
import { Plays } from '../../widget/state/plays.ts';
import type { Place } from '../../widget/state/place.ts';
import { Session } from '../../widget/state/session.ts';
import { makeStall } from '../../widget/views/stalls.ts';

export function equal<Value>(actual: Value, expected: Value, what = 'value'): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Resolves with the first truthy answer; looks again at every frame. */
export async function until<Value>(
  look: () => Value | null | undefined | false,
  what: string,
): Promise<Value> {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`never saw ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Test files run side by side in one origin, so each has a site of its own. */
export const siteId = `tea-${crypto.randomUUID()}`;

/** The names of everything this site keeps in the browser. */
export function keptNames(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(`fairground.${siteId}.`));
}

/** A session that never waits between two tries. */
export function makeSession(keep: Keep = keepFor(siteId), locale = 'en'): Session {
  return new Session({
    siteId,
    keep,
    connect: (token) => createApi(location.origin, token),
    wait: () => Promise.resolve(),
    locale,
  });
}

/** A session that has started, and its plays. */
export async function startPlays(keep?: Keep): Promise<{ session: Session; plays: Plays }> {
  const session = makeSession(keep);
  await session.start();
  return { session, plays: new Plays(session) };
}

export async function makeFair(
  { hasConsent = () => false, ...asked }: Partial<Omit<FairOptions, 'asked'>> & Asked = {},
  session = makeSession(undefined, asked.locale),
): Promise<Fair> {
  const { origin } = location;
  const fair = new Fair({ siteId, origin, asked: { locale: 'en', ...asked }, hasConsent }, session);
  await fair.open();
  // What comes right behind the first paint.
  await new Promise((resolve) => setTimeout(resolve));
  return fair;
}

if (!customElements.get('fairground-wheel')) {
  customElements.define('fairground-wheel', FairgroundWheel);
  customElements.define('fairground-panel', FairgroundPanel);
}

/** A wheel on a page of its own, drawn. */
export async function mountWheel(fair: Fair): Promise<FairgroundWheel> {
  const wheel = document.createElement('fairground-wheel');
  wheel.fair = fair;
  document.body.append(wheel);
  await wheel.updateComplete;
  return wheel;
}

export async function mountPanel(fair: Fair): Promise<FairgroundPanel> {
  const panel = document.createElement('fairground-panel');
  panel.fair = fair;
  document.body.append(panel);
  fair.show = (place) => panel.show(place);
  await panel.updateComplete;
  return panel;
}

/** What stands at that place beside the wheel, drawn. */
export async function mountStall(fair: Fair, place: Place): Promise<HTMLElement> {
  await fair.loadStalls();
  const stall = await makeStall(fair, place);
  ok(stall, `there is a stall at ${place.view}`);
  stall.dataset['stall'] = '';
  document.body.append(stall);
  return stall;
}

/** The first match of `selector` in any shadow tree below `root`. */
export function deep(selector: string, root: ParentNode = document): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && deep(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

export function textOf(selector: string): string {
  return deep(selector)?.textContent?.trim() ?? '';
}

/** Ends every motion on the page that has an end. */
export function finishMotion(root: DocumentOrShadowRoot & ParentNode = document): void {
  for (const animation of root.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) finishMotion(shadowRoot);
}

/** Ends a spin without its 4.2 seconds. */
export async function spinToEnd(): Promise<void> {
  (await until(() => deep('.spin'), 'the spin button')).click();
  await until(() => deep('.foot .skip'), 'the way to skip');
  deep('.foot .skip')?.click();
  await until(() => !deep('.foot .skip'), 'the end of the spin');
}

export function clearPage(): void {
  for (const name of ['fairground-wheel', 'fairground-panel', 'fairground-launcher']) {
    document.querySelectorAll(name).forEach((element) => element.remove());
  }
  document.querySelectorAll('[data-stall]').forEach((element) => element.remove());
  for (const name of keptNames()) localStorage.removeItem(name);
}
