/** How the reward shop looks: an awning, and shelves with price tags. */
import { css } from 'lit';

export const shopStyles = css`
  :host {
    --_wood: #8a5a33;
    --_paper: #fbeccb;
    --_ink: #33261a;
  }
  .till {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding-block: 4px 8px;
  }
  .till .art {
    inline-size: 56px;
    block-size: 56px;
  }
  .till .count {
    font-size: min(36px, 8.5vw);
    line-height: 1.1;
    font-weight: 800;
  }
  .coin {
    position: absolute;
    inset-block-start: 40px;
    inset-inline-start: 50%;
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid #5e3d0b;
    border-radius: 50%;
    background: radial-gradient(#9a6a1c 3px, #e9b949 4px);
    opacity: 0;
  }
  .shelf {
    position: relative;
    grid-template-columns: 72px minmax(0, 1fr);
    column-gap: 16px;
    padding-block-end: 26px;
    overflow: hidden;
  }
  /* The board that it stands on. */
  .shelf::after {
    content: '';
    position: absolute;
    inset: auto 0 0;
    block-size: 10px;
    background:
      linear-gradient(#fff3 2px, #0000 0), linear-gradient(#0000 60%, #0003 0),
      repeating-linear-gradient(90deg, var(--_wood) 0 46px, #7b4e2b 46px 47px);
  }
  /* Whatever it is, it stands on its board. */
  .shelf > .art {
    align-self: end;
    inline-size: 72px;
    block-size: 72px;
    margin-block-end: -20px;
    filter: drop-shadow(0 2px 2px rgb(var(--fairground-shade) / 0.35));
  }
  .shelf.gone > .art {
    filter: grayscale(1);
    opacity: 0.6;
  }
  .shelf .what {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }
  .shelf .name {
    font-size: 18px;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .tag {
    position: relative;
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-block: 4px;
    padding-inline: 24px 12px;
    border-radius: 12px 4px 4px 12px;
    background: var(--_paper);
    color: var(--_ink);
    font-weight: 700;
  }
  .tag:dir(rtl) {
    border-radius: 4px 12px 12px 4px;
  }
  .tag::before {
    content: '';
    position: absolute;
    inset-inline-start: 9px;
    inline-size: 7px;
    block-size: 7px;
    border: 1.5px solid var(--_ink);
    border-radius: 50%;
    background: var(--fairground-surface);
  }
  .what button {
    margin-block-start: 8px;
  }
  .asked > .art {
    margin-block-end: 0;
  }
  .sure {
    grid-column: 1 / -1;
    display: grid;
    gap: 12px;
    padding-block-end: 8px;
    animation: reveal 220ms var(--_ease);
  }
  .given {
    display: grid;
    justify-items: center;
    gap: 16px;
    padding: 8px 4px 16px;
    text-align: center;
  }
  .given .slot {
    inline-size: 100%;
    padding-block-start: 12px;
    /* It comes out of the slot of the counter. */
    border-block-start: 6px solid var(--_wood);
    border-radius: 4px 4px 0 0;
    overflow: hidden;
  }
  .given .thing {
    display: grid;
    justify-items: center;
    padding-block: 8px 12px;
    animation: out 520ms var(--_ease);
  }
  .given .thing .art {
    inline-size: 96px;
    block-size: 96px;
  }
  .given h3:focus-visible {
    outline-offset: 6px;
  }
  @keyframes out {
    from {
      translate: 0 -100%;
    }
  }
`;
