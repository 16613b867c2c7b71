/** How the views beside the wheel look: cards on a counter. */
import { css } from 'lit';

export const stallStyles = css`
  section {
    display: grid;
    gap: 12px;
    align-content: start;
    padding-block: 8px 16px;
    animation: reveal 320ms var(--_ease);
  }
  ul,
  ol {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--fairground-line);
    border-radius: 12px;
    background: var(--fairground-surface);
    text-align: start;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 64px;
    padding: 8px 16px;
    border: 1px solid var(--fairground-line);
    border-radius: 12px;
    background: var(--fairground-surface);
    text-align: start;
  }
  .row > .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .row .art {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
  }
  .row .go {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    color: var(--fairground-quiet);
  }
  :host([dir='rtl']) .go {
    scale: -1 1;
  }
  strong,
  .name {
    font-weight: 700;
  }
  .small {
    font-size: 13px;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .second {
    border: 1px solid var(--fairground-line);
    background: var(--fairground-surface);
    font-weight: 700;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .pair > * {
    flex: 1 1 128px;
    min-inline-size: fit-content;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  /* A drawn bar: its value stands beside it in words. */
  .bar {
    block-size: 10px;
    border-radius: 6px;
    background: color-mix(in srgb, var(--fairground-text) 14%, transparent);
    overflow: hidden;
  }
  .bar i {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_bar);
  }
  .trouble:empty {
    display: none;
  }
  .trouble {
    padding: 12px 16px;
    border-inline-start: 3px solid var(--fairground-bad);
    border-radius: 6px;
    background: color-mix(in srgb, var(--fairground-bad) 10%, transparent);
  }
  .lost,
  .empty {
    display: grid;
    justify-items: center;
    gap: 16px;
    padding-block: 32px;
    text-align: center;
    text-wrap: balance;
  }
  .empty .art {
    inline-size: 88px;
    block-size: 88px;
  }
  .waiting {
    display: grid;
    gap: 12px;
    padding-block: 12px;
    /* What comes at once is not waited for. */
    animation: reveal 220ms 200ms backwards;
  }
  .waiting i {
    block-size: 64px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--fairground-text) 8%, transparent);
  }
  @media (forced-colors: active) {
    button:disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    .bar {
      border: 1px solid;
    }
    .bar i {
      background: Highlight;
    }
  }
`;
