/** How the panel looks: an awning, a counter, and three ways to go. */
import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: contents;
  }
  dialog {
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 480px;
    /* The wheel as wide as it gets, with what stands over and under it. Percents, since a page that
       is zoomed by its own style makes every other length larger than its window. */
    block-size: min(94%, min(100vw - 32px, 368px) + 336px);
    max-block-size: none;
    margin: auto auto 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    overflow: visible;
    outline: 0;
  }
  dialog::backdrop {
    overflow: auto;
    background: rgb(12 9 32 / 0.55);
  }
  /* Whatever is scrolled here, the page behind stays where it is. */
  dialog *,
  dialog::backdrop {
    overscroll-behavior: contain;
  }
  dialog,
  dialog::backdrop {
    touch-action: pinch-zoom;
  }
  dialog[open],
  dialog[open]::backdrop {
    animation: rise 320ms cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  dialog[open]::backdrop {
    animation-name: dim;
  }
  .booth {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    border-radius: 20px 20px 0 0;
    background: var(--fairground-ground);
    box-shadow: 0 -8px 40px rgb(var(--fairground-shade) / 0.4);
    overflow: hidden;
    padding-block-end: env(safe-area-inset-bottom);
  }
  header {
    position: relative;
    z-index: 2;
    flex: none;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 76px;
    padding-block: 4px 18px;
    padding-inline: 20px 8px;
    background: repeating-linear-gradient(
      90deg,
      var(--_awning, #c42b3a) 0 30px,
      var(--_awning-deep, #ab2130) 0 60px
    );
    color: var(--_on-awning, #fff);
    /* The two overlap by a pixel, or a seam would show on screens of odd density. */
    mask:
      linear-gradient(#000 0 0) top / 100% calc(100% - 14px) no-repeat,
      radial-gradient(circle at 50% 0, #000 14.5px, #0000 15px) 0 100% / 30px 15px repeat-x;
  }
  header :focus-visible {
    outline-color: currentColor;
    outline-offset: -4px;
  }
  /* The focus begins here: the ring stays for whoever goes on by keyboard. */
  h2:focus-visible {
    outline: 0;
  }
  h2 {
    flex: 1;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .points {
    padding-inline: 12px;
    font-weight: 700;
    white-space: nowrap;
  }
  .close {
    padding: 10px;
  }
  /* The arrow, not its room, stands where the text does. */
  .back {
    margin-inline-start: -16px;
  }
  .back:dir(rtl) svg {
    scale: -1 1;
  }
  svg {
    display: block;
    inline-size: 24px;
    block-size: 24px;
  }
  .view {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: 4px 16px 8px;
    --fairground-wheel-size: clamp(120px, 94dvh - 328px, 368px);
  }
  .view:focus-visible,
  .tabs :focus-visible {
    outline-offset: -4px;
  }
  /* As high as what is in it, where a page is enlarged so far that this is more. */
  fairground-wheel {
    min-block-size: 100%;
  }
  .tabs {
    flex: none;
    display: flex;
    border-block-start: 1px solid var(--fairground-line);
    background: var(--fairground-surface);
  }
  .tabs button {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    padding: 8px 0;
    border-radius: 0;
    font-size: 13px;
    color: var(--fairground-quiet);
  }
  .tabs button[aria-selected='true'] {
    color: var(--fairground-text);
    font-weight: 700;
  }
  .tabs button[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset: -1px 25% auto;
    border-block-start: 3px solid var(--_bar);
    border-radius: 0 0 3px 3px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 48px;
    }
  }
  @keyframes dim {
    from {
      opacity: 0;
    }
  }
  @media (min-width: 600px) {
    dialog {
      /* Fourteen whole scallops. */
      inline-size: 420px;
      block-size: min(100% - 32px, 704px);
      margin: auto 16px 16px auto;
    }
    :host([at-start]) dialog {
      margin: auto auto 16px 16px;
    }
    dialog::backdrop {
      background: rgb(12 9 32 / 0.25);
    }
    .booth {
      border-radius: 20px;
      box-shadow: 0 16px 56px rgb(var(--fairground-shade) / 0.45);
    }
  }
  /* A phone on its side: what stands under the wheel has its place beside it. */
  @media (min-width: 560px) and (max-height: 560px) {
    :host dialog.modal {
      inline-size: 100%;
      block-size: 100%;
      max-inline-size: 660px;
      margin: auto;
    }
    .modal .booth {
      border-radius: 0;
    }
    .modal header {
      min-block-size: 60px;
    }
    .modal .tabs button {
      flex-direction: row;
      justify-content: center;
    }
    .modal .view {
      --fairground-wheel-size: min(368px, 100dvh - 136px);
      --_foot: relative;
      --_way: row;
      --_wide: none;
      --_half: 46%;
    }
  }
  @media (forced-colors: active) {
    .booth {
      border: 1px solid;
    }
    .tabs button[aria-selected='true'] {
      text-decoration: underline;
    }
  }
`;
