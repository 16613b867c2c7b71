/**
 * The tokens: theme (`--fairground-…`, a page may set them on our elements), component
 * (`--fairground-wheel-…`), private (`--_…`).
 */
import { css } from 'lit';

/**
 * An element inside another one of ours has no theme of its own, and inherits.
 *
 * @cssproperty --fairground-ground - What everything lies on.
 * @cssproperty --fairground-surface - What lies on the ground: cards, lists, fields.
 * @cssproperty --fairground-text - Words, and the outline of the focus.
 * @cssproperty --fairground-quiet - Words of less weight, and the edges of fields.
 * @cssproperty --fairground-line - Hairlines.
 * @cssproperty --fairground-accent - The one colour: main buttons, and where one is.
 * @cssproperty --fairground-accent-deep - The lower edge of a main button.
 * @cssproperty --fairground-on-accent - Words on the accent.
 * @cssproperty --fairground-bad - Words of what went wrong.
 * @cssproperty --fairground-good - Words of what went well.
 * @cssproperty --fairground-shade - Shadows: red, green and blue, with spaces between.
 * @cssproperty --fairground-ticket-paper - The paper of tickets.
 */
export const theme = css`
  :host {
    /* The page's font, and nothing else of the page. */
    all: initial;
    /* But its language, which chooses glyphs and line breaks. */
    -webkit-locale: revert-layer !important;
    box-sizing: border-box;
    display: block;
    font: 15px/1.45 system-ui;
    font-family: inherit;
    color: var(--fairground-text);
    /* Of Japanese alone: a line ends after a phrase, not inside a word. */
    word-break: auto-phrase;
    text-wrap: pretty;
    -webkit-tap-highlight-color: transparent;
    --_ease: cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  /* Korean breaks between words, Chinese behind its commas and stops, unless there is no room. */
  :host(:lang(ko)),
  :host(:lang(zh)) {
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  :host([theme]) {
    --fairground-ground: #fff9ef;
    --fairground-surface: #fff;
    --fairground-text: #231f3e;
    --fairground-quiet: #5c5676;
    --fairground-line: #e5d8c0;
    --fairground-accent: #c42b3a;
    --fairground-accent-deep: #a3202e;
    --fairground-on-accent: #fff;
    --fairground-bad: #a51d2d;
    --fairground-good: #0f6b57;
    --fairground-shade: 35 20 60;
    --_bar: var(--fairground-accent);
    --_ticket-ink: #33261a;
  }
  :host([theme='dusk']) {
    --fairground-ground: #14122b;
    --fairground-surface: #1e1b3d;
    --fairground-text: #fbf3e4;
    --fairground-quiet: #c9c1da;
    --fairground-line: #3e3870;
    --fairground-accent: #ffc247;
    --fairground-accent-deep: #e9a21f;
    --fairground-on-accent: #2b1a00;
    --fairground-bad: #ff8a8f;
    --fairground-good: #6fd8b8;
    --fairground-shade: 4 3 14;
  }
  :host([theme='tet']) {
    --fairground-ground: #4a0d16;
    --fairground-surface: #5e1420;
    --fairground-text: #fff3dc;
    --fairground-quiet: #f0c9a8;
    --fairground-line: #8d3440;
    --fairground-accent: #f2c14e;
    --fairground-accent-deep: #c8921f;
    --fairground-on-accent: #3d0a10;
    --fairground-bad: #ffb3a8;
    --fairground-good: #b8e0a0;
    --fairground-shade: 30 2 6;
    --_awning: #b3202c;
    --_awning-deep: #8f1622;
  }
  :host([theme='market']) {
    --fairground-ground: #f3f7f4;
    --fairground-text: #16302b;
    --fairground-quiet: #48645d;
    --fairground-line: #cfdcd5;
    --fairground-accent: #1c5c4a;
    --fairground-accent-deep: #123f33;
    --fairground-shade: 16 48 43;
    --_awning: #1c5c4a;
    --_awning-deep: #164a3c;
  }
  :host([theme='paper']) {
    --fairground-ground: #fbfaf7;
    --fairground-text: #22211f;
    --fairground-quiet: #5f5c56;
    --fairground-line: #dedad1;
    --fairground-accent: #2b2a27;
    --fairground-accent-deep: #000;
    --fairground-shade: 34 33 31;
    --_awning: #3a3834;
    --_awning-deep: #2b2a27;
  }
  :host([theme='shop']) {
    --fairground-ground: #fff;
    --fairground-text: #1f1f23;
    --fairground-quiet: #5b5b66;
    --fairground-line: #e2e2e0;
    --fairground-accent: var(--_shop, #1f1f23);
    --fairground-accent-deep: color-mix(in oklab, var(--fairground-accent), #000 16%);
    --fairground-on-accent: var(--_on-shop, #fff);
    --_awning: var(--fairground-accent);
    --_awning-deep: color-mix(in oklab, var(--_awning), var(--_off-shop, #000) 16%);
    --_on-awning: var(--fairground-on-accent);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  h2,
  h3 {
    font-size: 18px;
    line-height: 1.25;
    text-wrap: balance;
  }
  button {
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 4px 16px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: inherit;
    font: inherit;
    text-wrap: balance;
    cursor: pointer;
    touch-action: manipulation;
    /* Not none: a press then moves it without another layout. */
    translate: 0 0;
    transition: translate 80ms;
  }
  button:active:enabled {
    translate: 0 1px;
  }
  :focus-visible {
    outline: 3px solid var(--fairground-text);
    outline-offset: 2px;
  }
  .main {
    min-block-size: 52px;
    padding-inline: 28px;
    /* As the accent, unless that would not stand out from the page. */
    border: 1px solid var(--_bar);
    background: var(--fairground-accent);
    color: var(--fairground-on-accent);
    font-size: 18px;
    font-weight: 700;
    box-shadow: 0 4px 0 var(--fairground-accent-deep);
  }
  .main:active:enabled {
    translate: 0 3px;
    box-shadow: 0 1px 0 var(--fairground-accent-deep);
  }
  /* Drawn in one stroke, as thick as the words around it. */
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .plain {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .quiet {
    color: var(--fairground-quiet);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes reveal {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  :host([still]) * {
    transition-duration: 0s !important;
    animation-duration: 0s !important;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition-duration: 0s !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    /* Drawings keep their own colours: the device's, where a theme would give them. */
    :host([theme]) {
      --fairground-text: CanvasText !important;
      --fairground-quiet: CanvasText !important;
    }
    button {
      border: 1px solid;
    }
  }
`;
