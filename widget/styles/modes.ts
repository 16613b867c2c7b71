/** How the panel looks where it does not cover the page: in its corner, or in the page itself. */
import { css } from 'lit';

export const modes = css`
  :host([mode='inline']) {
    display: block;
  }
  .inline .booth {
    block-size: 704px;
    max-inline-size: 480px;
    margin-inline: auto;
    padding: 0;
    border-radius: 20px;
    box-shadow: 0 4px 24px rgb(var(--fairground-shade) / 0.2);
  }
  .inline .view {
    --fairground-wheel-size: 368px;
  }
  /* As low as leaves the page its room, over everything of the page's. */
  dialog.floating {
    position: fixed;
    inset: auto 8px 8px;
    z-index: 2147483647;
    inline-size: auto;
    block-size: min(72%, 600px);
    margin-block: 0 env(safe-area-inset-bottom);
  }
  .floating .booth {
    padding-block-end: 0;
    border-radius: 20px;
  }
  .floating .view {
    --fairground-wheel-size: clamp(160px, 72dvh - 328px, 300px);
  }
  .hidden {
    position: fixed;
  }
  @media (min-width: 600px) {
    dialog.floating {
      inset: auto 0 16px;
      inline-size: 420px;
      block-size: min(100% - 32px, 600px);
    }
    :host([at-start]) dialog.floating {
      margin-block-end: 0;
    }
    .floating .view {
      --fairground-wheel-size: clamp(160px, 100dvh - 360px, 300px);
    }
  }
`;
