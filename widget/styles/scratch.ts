/** How a foil ticket looks. Paper and foil keep their colours by day and by dusk. */
import { css } from 'lit';

export const scratchStyles = css`
  .ticket {
    inline-size: 100%;
    max-inline-size: 352px;
    padding: 12px 22px 8px;
    background:
      repeating-linear-gradient(45deg, #c42b3a0d 0 2px, #0000 2px 8px),
      linear-gradient(#fdf4e0, #f2e2c0);
    color: #231f3e;
    /* Small bites along both short edges, as torn off a roll. */
    mask:
      radial-gradient(circle at 0 9px, #0000 4.5px, #000 5px) 0 0 / 51% 18px repeat-y,
      radial-gradient(circle at 100% 9px, #0000 4.5px, #000 5px) 100% 0 / 51% 18px repeat-y;
  }
  .scene {
    filter: drop-shadow(0 8px 14px rgb(var(--fairground-shade) / 0.3));
  }
  .top {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-block-end: 8px;
    font-size: 15px;
    font-weight: 700;
    color: #a3202e;
    line-height: 1.2;
  }
  .top span:last-child {
    flex: none;
    font-variant-numeric: tabular-nums;
    color: #5c4a2e;
  }
  .stars {
    padding-block-start: 6px;
    color: #a3202e;
    font-size: 13px;
    text-align: center;
    letter-spacing: 0.3em;
  }
  .window {
    position: relative;
    aspect-ratio: 2;
    border: 3px solid #c42b3a;
    border-radius: 6px;
    background: #fffaf0;
    overflow: hidden;
  }
  .print,
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .print {
    display: grid;
    place-items: center;
    padding: 12px;
  }
  .print > * {
    grid-area: 1 / 1;
  }
  .print svg {
    block-size: 100%;
    min-block-size: 0;
    overflow: visible;
    fill: none;
    stroke: #8d84a8;
    stroke-opacity: 0.35;
    scale: 1.5 1;
  }
  .print .won {
    stroke: #d08a00;
    stroke-opacity: 0.55;
  }
  .label {
    position: relative;
    padding: 4px 12px;
    border-radius: 6px;
    background: #fffaf0;
    font-size: 24px;
    font-weight: 800;
    line-height: 1.2;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .taken {
    cursor: grab;
    touch-action: none;
  }
  .taken:active {
    cursor: grabbing;
  }
  .coin {
    position: absolute;
    inline-size: 52px;
    block-size: 52px;
    margin: -26px;
    opacity: 0;
    pointer-events: none;
    filter: drop-shadow(0 3px 3px rgb(20 16 50 / 0.5));
  }
  @media (forced-colors: active) {
    .ticket {
      forced-color-adjust: none;
    }
  }
`;
