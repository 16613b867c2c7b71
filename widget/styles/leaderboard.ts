/** How a leaderboard looks: the tower of a high striker beside its list. */
import { css } from 'lit';

export const leaderboardStyles = css`
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .switch button {
    border: 1px solid var(--fairground-line);
    background: var(--fairground-surface);
    line-height: 1.2;
  }
  .switch button[aria-pressed='true'] {
    border-color: var(--_bar);
    box-shadow: inset 0 -4px 0 var(--_bar);
    font-weight: 700;
  }
  .stand {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: flex-start;
  }
  .tower {
    flex: none;
    position: sticky;
    inset-block-start: 8px;
    inline-size: 70px;
    block-size: auto;
    overflow: visible;
    filter: drop-shadow(0 4px 6px rgb(var(--fairground-shade) / 0.35));
  }
  .list {
    flex: 1 1 176px;
    min-inline-size: 0;
    display: grid;
    gap: 12px;
  }
  .place {
    font-size: 24px;
    font-weight: 800;
    line-height: 1.2;
  }
  ol {
    gap: 0;
    border: 1px solid var(--fairground-line);
    border-radius: 12px;
    background: var(--fairground-surface);
    overflow: hidden;
  }
  ol li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    padding: 8px 12px;
  }
  ol li + li {
    border-block-start: 1px solid var(--fairground-line);
  }
  .rank {
    min-inline-size: 1.9em;
    font-weight: 700;
  }
  .rank.medal {
    min-inline-size: 1.7em;
    margin-inline-end: 0.2em;
    border-radius: 50%;
    color: #231f3e;
    text-align: center;
    line-height: 1.7;
  }
  .medal.n1 {
    background: #ffc247;
  }
  .medal.n2 {
    background: #c9ced9;
  }
  .medal.n3 {
    background: #d99b6c;
  }
  .who {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .you {
    border-inline-start: 5px solid var(--_bar);
    background: color-mix(in srgb, var(--fairground-accent) 14%, var(--fairground-surface));
    font-weight: 700;
  }
  .flag {
    padding-inline: 8px;
    margin-inline-start: 4px;
    border-radius: 6px;
    background: var(--fairground-accent);
    color: var(--fairground-on-accent);
    font-size: 13px;
  }
  .gap {
    justify-content: center;
    padding-block: 0;
    color: var(--fairground-quiet);
    letter-spacing: 0.3em;
  }
  details.card {
    display: block;
    padding-block: 8px;
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    font-weight: 700;
    cursor: pointer;
  }
  .bell {
    transform-box: fill-box;
    transform-origin: 50% 0;
  }
  @media (forced-colors: active) {
    .you {
      border-inline-start-color: Highlight;
    }
    .switch button[aria-pressed='true'] {
      border-width: 3px;
    }
    .rank.medal {
      border: 1px solid;
      color: CanvasText;
    }
  }
`;
