/** Shows scenes: a heading, a chip for each state, and the state in two themes side by side. */
import { html, render, type TemplateResult } from 'lit';
import { addressWith, look, themeNames } from './look.ts';
import { raise, type Scene, type Setting, type Stage, type State } from './stage.ts';
import { hostOf } from './tokens.ts';

const frameCss = new CSSStyleSheet();
frameCss.replaceSync(`
  :host { display: block; min-block-size: 96px; padding: 16px;
    background: var(--fairground-ground) }
  fairground-ticket + fairground-ticket { margin-block-start: 14px }
  .things { display: grid; gap: 12px }
  .things .line { display: flex; flex-wrap: wrap; gap: 16px; align-items: center }
  .things .rosette { inline-size: 92px }
  .seal { display: inline-flex; align-items: center; gap: 8px }
  .seal > svg { inline-size: 36px; block-size: 36px }
  .seal > svg:not(.art) { fill: none; stroke: currentColor; stroke-width: 2;
    stroke-linecap: round; stroke-linejoin: round }
`);

/** By what stands in the address: `prize-wheel.won-points`. */
export function keyOf(scene: Scene, state: State): string {
  return `${slug(scene.name)}.${slug(state.name)}`;
}

export function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
}

export function renderScene(scene: Scene): TemplateResult {
  const id = slug(scene.name);
  return html`<section class="scene" id=${id} aria-labelledby="${id}-name">
    <h3 id="${id}-name"><a href="#${id}">${scene.name}</a></h3>
    <p>${scene.says}</p>
    <div
      class="chips"
      role="group"
      aria-label="States of ${scene.name}"
      ?hidden=${scene.states.length === 1}
    >
      ${scene.states.map(
        (state) =>
          html`<button
            aria-pressed="false"
            data-state=${slug(state.name)}
            @click=${(event: Event) => choose(event.currentTarget, scene, state)}
          >
            ${state.name}
          </button>`,
      )}
    </div>
    <div class="pair ${scene.isFramed ? 'framed' : ''}"></div>
  </section>`;
}

/** Draws the first state of a scene when somebody comes near it. */
export function watchScenes(root: ParentNode): void {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        // Unless somebody chose already.
        const isBare = target.querySelector('.pair:not([data-shows])');
        if (isBare) target.querySelector<HTMLElement>('.chips button')?.click();
      }
    },
    { rootMargin: '400px' },
  );
  for (const scene of root.querySelectorAll('.scene')) watch.observe(scene);
}

function choose(button: EventTarget | null, scene: Scene, state: State): void {
  if (!(button instanceof HTMLElement)) return;
  const section = button.closest('.scene');
  const pair = section?.querySelector<HTMLElement>('.pair');
  if (!section || !pair) return;
  for (const chip of section.querySelectorAll('.chips button')) {
    chip.setAttribute('aria-pressed', String(chip === button));
  }
  pair.dataset['shows'] = '';
  const frames = look.themes.map((theme) => figureOf(theme, scene, state));
  pair.replaceChildren(...frames.map(({ figure }) => figure));
  void Promise.all(frames.map(({ drawn }) => drawn)).then(() => {
    if (frames[0]?.figure.isConnected) pair.dataset['shows'] = slug(state.name);
  });
}

function figureOf(theme: string, scene: Scene, state: State) {
  const figure = document.createElement('figure');
  const named = Object.entries(themeNames).find(([name]) => name === theme)?.[1][0];
  const address = addressWith({ alone: keyOf(scene, state), left: theme });
  render(
    html`<figcaption>
      ${named ?? theme} <a href=${address} target="_blank">open alone</a>
    </figcaption>`,
    figure,
  );
  if (scene.isFramed) {
    const frame = document.createElement('iframe');
    frame.title = `${scene.name}, ${state.name}, ${theme}`;
    frame.src = address;
    figure.append(frame);
    const drawn = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    return { figure, drawn };
  }
  return { figure, drawn: stand(figure, settingIn(theme), state) };
}

/** As the page is looked at. */
export function settingIn(theme: string): Setting {
  return { theme, locale: look.locale, isStill: look.isStill };
}

/** Puts the state into the place. */
export async function stand(place: HTMLElement, setting: Setting, state: State): Promise<Stage> {
  const host = hostOf(setting.theme);
  host.className = 'stage';
  const root = host.shadowRoot;
  if (!root) throw new Error('a host has a shadow tree');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, frameCss];
  place.append(host);
  return raise(root, setting, state);
}
