/** Paper, perforation, stamp: real geometry, cut with masks. */
import { css } from 'lit';

export const ticketStyles = css`
  :host {
    --_paper: var(--fairground-ticket-paper, #fbeccb);
    --_ink: var(--_ticket-ink, #33261a);
    --_hole: 3.5px;
    inline-size: 100%;
    max-inline-size: 384px;
    margin-inline: auto;
    text-align: start;
  }
  .ticket {
    --_rule: 10px;
    --_torn: 100%;
    --_kept: 0%;
    display: flex;
    color: var(--_ink);
    filter: drop-shadow(0 2px 5px rgb(var(--fairground-shade) / 0.28));
  }
  .ticket:dir(rtl) {
    --_rule: calc(100% - 10px);
    --_torn: 0%;
    --_kept: 100%;
  }
  .paper {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    padding-block: 12px;
    padding-inline: 24px 16px;
    border-radius: 6px;
  }
  .paper,
  .frayed .paper::before {
    background:
      linear-gradient(#c42b3a 0 0) var(--_rule) 0 / 2px 100% no-repeat,
      var(--_paper);
  }
  .whole .paper,
  .whole .stub {
    mask: radial-gradient(
        circle at var(--_edge, var(--_torn)) 7px,
        #0000 var(--_hole),
        #000 calc(var(--_hole) + 0.6px)
      )
      0 0 / 100% 14px;
  }
  .ticket:not(.frayed) .paper {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .whole .stub {
    --_edge: var(--_kept);
  }
  /* Torn where the stub was. */
  .ticket:not(.whole, .frayed) .paper {
    mask:
      linear-gradient(#000 0 0) var(--_kept) 0 / calc(100% - 5px) 100% no-repeat,
      radial-gradient(
          circle at var(--_torn) 50%,
          #0000 var(--_hole),
          #000 calc(var(--_hole) + 0.6px)
        )
        var(--_torn) 0 / 5.5px 14px repeat-y;
  }
  .frayed .paper {
    background: none;
    filter: saturate(0.35) brightness(0.93);
  }
  .frayed .paper::before {
    --_rule: 10px;
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    clip-path: polygon(
      0 2%,
      37% 0,
      62% 2%,
      97% 0,
      95% 9%,
      98% 25%,
      95% 41%,
      98% 52%,
      96% 61%,
      98% 78%,
      95% 98%,
      62% 100%,
      37% 97%,
      2% 100%
    );
  }
  .frayed:dir(rtl) .paper::before {
    scale: -1 1;
  }
  .kind {
    font-size: 13px;
    letter-spacing: 0.08em;
    text-transform: uppercase;
    color: #8a1a26;
    font-weight: 700;
  }
  .label {
    font-size: 24px;
    font-weight: 800;
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: anywhere;
    margin-block: 2px 4px;
  }
  fairground-contact {
    margin-block-start: 12px;
  }
  .small {
    font-size: 13px;
    text-wrap: balance;
    color: #5d4a37;
  }
  .code {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-start: 8px;
    padding-inline-start: 12px;
    min-block-size: 46px;
    border: 1.5px dashed #9d825c;
    border-radius: 6px;
    background: #fff8e7;
  }
  code {
    font:
      700 min(18px, 4.8vw) / 1.2 ui-monospace,
      monospace;
    letter-spacing: 0.06em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .frayed code,
  .frayed .label {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .stub {
    flex: none;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    inline-size: min-content;
    min-inline-size: 92px;
    padding-block: 8px;
    padding-inline: 16px 12px;
    border-radius: 0 6px 6px 0;
    background: var(--_paper);
    color: #8a1a26;
    font-weight: 700;
    transform-origin: 0 0;
  }
  .stub:dir(rtl) {
    border-radius: 6px 0 0 6px;
  }
  .stub:disabled {
    opacity: 0.75;
  }
  .ticket :focus-visible {
    outline-color: #231f3e;
    outline-offset: -5px;
  }
  svg {
    inline-size: 22px;
    block-size: 22px;
  }
  .stub svg {
    fill: currentColor;
  }
  .copy {
    display: grid;
    place-items: center;
    padding: 0;
  }
  .use {
    inline-size: 100%;
    margin-block-start: 8px;
    border: 2px solid #8a1a26;
    color: #8a1a26;
    font-weight: 700;
  }
  .stamp {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 14px;
    padding: 2px 12px;
    font-size: 13px;
    border: 3px double #8a1a26;
    border-radius: 6px;
    color: #8a1a26;
    font-weight: 800;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    rotate: 5deg;
    opacity: 0.9;
  }
  .stamp:not(.redeemed) {
    color: #4f4438;
    border-color: #4f4438;
  }
  @media (forced-colors: active) {
    .paper,
    .stub {
      border: 1px solid;
    }
  }
`;
