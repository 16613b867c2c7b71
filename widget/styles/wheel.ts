/** How the wheel and what stands under it look. */
import { css } from 'lit';

export const wheelStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: var(--_way, column);
    max-inline-size: var(--_wide, 416px);
    margin-inline: auto;
    isolation: isolate;
  }
  .wheel {
    position: relative;
    inline-size: min(100%, var(--fairground-wheel-size, 416px));
    flex: none;
    align-self: center;
    margin-inline: auto;
    aspect-ratio: 1;
    border-radius: 50%;
    /* A finger across it flicks it, up and down scrolls the page. */
    touch-action: pan-y pinch-zoom;
    user-select: none;
    /* The corners of a disc that turned would make the page scroll sideways. */
    overflow: clip;
    box-shadow: 0 12px 32px -10px rgb(var(--fairground-shade) / 0.38);
  }
  /* One that is far from where the page is scrolled to costs nothing yet. */
  .idle {
    content-visibility: auto;
  }
  /* The disc is a box around its picture: a picture that turned would lay out its words anew. */
  .wheel svg,
  .disc {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .disc,
  .flapper,
  .lamp {
    will-change: transform, opacity;
  }
  .flapper {
    transform-origin: 50% 3.5%;
  }
  .out .lamp {
    opacity: 0;
  }
  .out .disc {
    filter: saturate(0.5) brightness(0.8);
  }
  .dots {
    fill: none;
    stroke-linecap: round;
  }
  text {
    font-weight: 700;
    /* They end at the rim, in every script. */
    direction: ltr;
    unicode-bidi: plaintext;
  }
  .foot,
  .result {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 12px;
    min-block-size: 176px;
    padding: 12px;
    text-align: center;
  }
  .foot {
    position: var(--_foot, static);
  }
  /* Grows upward over the wheel's lower half: nothing around it moves. */
  .result {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    max-block-size: 100%;
    overflow: auto;
    border-radius: 20px;
    background: var(--fairground-surface);
    box-shadow:
      0 0 0 1px var(--fairground-line),
      0 -8px 32px rgb(var(--fairground-shade) / 0.28);
    /* After a moment for what the flapper points at. */
    animation: reveal 320ms 240ms var(--_ease) backwards;
    outline: 0;
  }
  .foot p {
    max-inline-size: 34ch;
    text-wrap: balance;
  }
  .say {
    font-size: 18px;
    font-weight: 700;
    line-height: 1.3;
  }
  /* As high as what it stands in for: nothing moves when they change places. */
  .foot button {
    min-block-size: 52px;
  }
  .spin {
    min-inline-size: min(100%, 224px);
  }
  @media (forced-colors: active) {
    .result {
      border: 1px solid;
    }
    .wheel svg {
      forced-color-adjust: none;
    }
    .disc path {
      stroke: #1b0f2e;
      stroke-width: 3;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .result,
    .wheel.settled {
      animation: fade 200ms linear !important;
    }
  }
  :host([still]) .result,
  :host([still]) .wheel.settled {
    animation: fade 200ms linear !important;
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
`;
