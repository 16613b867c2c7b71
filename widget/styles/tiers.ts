/** How tiers look: a rosette pinned up, and the smaller ones below it. */
import { css } from 'lit';

export const tierStyles = css`
  .rosette {
    display: block;
    overflow: visible;
    filter: drop-shadow(0 4px 5px rgb(var(--fairground-shade) / 0.35));
  }
  .held {
    display: grid;
    justify-items: center;
    gap: 8px;
    text-align: center;
    text-wrap: balance;
  }
  .held .rosette {
    inline-size: min(100%, 190px);
    animation: pin 420ms var(--_ease);
  }
  @keyframes pin {
    from {
      rotate: -14deg;
      scale: 0.9;
      opacity: 0;
    }
  }
  .title {
    font-size: 24px;
    font-weight: 800;
    line-height: 1.2;
  }
  .todo {
    stroke: var(--fairground-quiet);
    stroke-width: 1;
    fill: none;
    opacity: 0.75;
  }
  .perks {
    gap: 4px;
    padding-inline-start: 16px;
    list-style: disc;
  }
  .level {
    grid-template-columns: 48px minmax(0, 1fr);
    gap: 4px 16px;
    align-items: start;
  }
  .level .rosette {
    inline-size: 48px;
  }
  .level[aria-current] {
    border-color: var(--_bar);
    box-shadow: inset 0 -4px 0 var(--_bar);
  }
  .level .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .here {
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--fairground-accent);
    color: var(--fairground-on-accent);
    font-size: 13px;
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .level[aria-current] {
      border: 3px solid Highlight;
    }
    .here {
      border: 1px solid;
    }
  }
`;
