/**
 * The design page: our real elements and style sheets, in every theme and every state. It stands in
 * the repository and is never built into what a site serves.
 */
import { html, render, type TemplateResult } from 'lit';
import { renderColours, renderMotion, renderSpace, renderType } from './foundations.ts';
import { keyOf, renderScene, settingIn, slug, stand, watchScenes } from './gallery.ts';
import { addressWith, alone, goTo, languageNames, look, themeNames } from './look.ts';
import { games } from './scenes-games.ts';
import { things } from './scenes-things.ts';
import { views } from './scenes-views.ts';
import type { Scene } from './stage.ts';
import { palettes, tokens } from './tokens.ts';

const groups: readonly (readonly [name: string, scenes: readonly Scene[]])[] = [
  ['Games', games],
  ['Things', things],
  ['Views', views],
];

const isMirrored = languageNames.some(
  ({ locale, isRightToLeft }) => locale === look.locale && isRightToLeft,
);

document.documentElement.lang = look.locale;
if (alone) void showAlone(alone);
else showAll();

async function showAlone(key: string): Promise<void> {
  document.body.className = 'alone';
  const all = groups.flatMap(([, scenes]) => scenes);
  for (const scene of all) {
    const state = scene.states.find((each) => keyOf(scene, each) === key);
    if (state) await stand(document.body, settingIn(look.themes[0]), state);
  }
}

function showAll(): void {
  document.documentElement.lang = 'en';
  wearTokens();
  render(
    html`<header class="awning">
        <h1>The look of Fairground</h1>
        <p>A travelling fair at dusk: warm bulbs, enamel signs, paper tickets, brass.</p>
        <nav aria-label="On this page">
          ${[
            'Colour',
            'Type',
            'Space and shape',
            'Motion',
            ...groups.map(([name]) => name),
            'Launcher',
          ].map((name) => html`<a href="#group-${slug(name)}">${name}</a>`)}
        </nav>
      </header>
      ${renderToolbar()}
      <main>
        ${renderGroup('Colour', renderColours())} ${renderGroup('Type', renderType())}
        ${renderGroup('Space and shape', renderSpace())} ${renderGroup('Motion', renderMotion())}
        ${groups.map(([name, scenes]) => renderGroup(name, html`${scenes.map(renderScene)}`))}
        ${renderGroup('Launcher', renderLauncher())}
      </main>`,
    document.body,
  );
  watchScenes(document.body);
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
}

function renderGroup(name: string, content: TemplateResult): TemplateResult {
  return html`<section class="group" aria-labelledby=${`group-${slug(name)}`}>
    <h2 id=${`group-${slug(name)}`}>${name}</h2>
    ${content}
  </section>`;
}

function renderToolbar(): TemplateResult {
  return html`<nav class="toolbar" aria-label="How to look">
    ${[
      ['Left', 'left', look.themes[0]],
      ['Right', 'right', look.themes[1]],
    ].map(
      ([label, name = '', chosen]) =>
        html`<label
          >${label}
          <select @change=${(event: Event) => goTo({ [name]: valueOf(event) })}>
            ${Object.entries(themeNames).map(
              ([theme, [shown]]) =>
                html`<option value=${theme} ?selected=${theme === chosen}>${shown}</option>`,
            )}
          </select></label
        >`,
    )}
    <label
      >Language
      <select @change=${(event: Event) => goTo({ locale: valueOf(event) })}>
        ${languageNames.map(
          ({ locale, name, isRightToLeft }) =>
            html`<option value=${locale} ?selected=${locale === look.locale}>
              ${name}${isRightToLeft ? ' ←' : ''}
            </option>`,
        )}
      </select></label
    >
    <a
      class="switch"
      role="switch"
      aria-checked=${isMirrored}
      href=${addressWith({ locale: isMirrored ? null : 'ar' })}
      >Right to left</a
    >
    <a
      class="switch"
      role="switch"
      aria-checked=${look.isStill}
      href=${addressWith({ still: look.isStill ? null : '' })}
      >Reduced motion</a
    >
  </nav>`;
}

function renderLauncher(): TemplateResult {
  return html`<p>Drawn by the tag itself, from the build: it says hello once, then rests.</p>
    <iframe class="launcher" title="The launcher" src="./launcher.html" loading="lazy"></iframe>`;
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}

/** The page itself wears matinee by day and dusk by night. */
function wearTokens(): void {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const palette = palettes().find(({ theme }) => theme === (isDark ? 'dusk' : 'matinee'));
  for (const name of tokens) {
    document.documentElement.style.setProperty(`--${name}`, palette?.colours[name] ?? '');
  }
}
