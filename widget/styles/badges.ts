/** How badges look: pins on a felt cushion. */
import { css } from 'lit';

export const badgeStyles = css`
  .felt {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 102.4px), 1fr));
    grid-auto-flow: dense;
    gap: 8px;
  }
  .felt > li {
    display: grid;
  }
  .felt > .detail {
    grid-column: 1 / -1;
  }
  .felt button {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 8px;
    inline-size: 100%;
    padding: 12px 0;
    border: 1px solid transparent;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .felt .name {
    font-size: 13px;
  }
  .felt button[aria-expanded='true'] {
    border-color: var(--fairground-line);
    background: var(--fairground-surface);
  }
  .pin {
    inline-size: 76px;
    block-size: 76px;
    overflow: visible;
    filter: drop-shadow(0 3px 3px rgb(var(--fairground-shade) / 0.4));
    transition: rotate 220ms var(--_ease);
  }
  button:hover .pin {
    rotate: -6deg;
  }
  .bare {
    fill: none;
    stroke: var(--fairground-quiet);
    stroke-width: 2.5;
    stroke-linejoin: round;
    filter: none;
  }
  .bare .inner {
    stroke-width: 1.5;
    stroke-dasharray: 3 4;
    opacity: 0.7;
  }
  .gleam {
    fill: none;
    stroke-width: 3;
    stroke-linecap: round;
    opacity: 0.75;
  }
  .detail .card {
    animation: open 220ms var(--_ease);
  }
  @keyframes open {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }
  .levels li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
  }
  h4 {
    font-size: 18px;
  }
  @media (forced-colors: active) {
    [aria-expanded='true'] .name {
      text-decoration: underline;
    }
  }
`;
