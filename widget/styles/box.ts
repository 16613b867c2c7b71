/** How the boxes stand: in rows, the picked one in front. */
import { css } from 'lit';

export const boxStyles = css`
  .boxes {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 3), minmax(44px, 112px));
    justify-content: center;
    gap: 8px;
    inline-size: 100%;
  }
  .in-2 {
    --_columns: 2;
  }
  .in-4 {
    --_columns: 4;
  }
  .box {
    position: relative;
    padding: 2px;
    aspect-ratio: 1;
    border-radius: 12px;
  }
  .box > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    transform-origin: 50% 92%;
    transition: opacity 220ms;
  }
  .lid {
    transform-box: fill-box;
    transform-origin: 50% 100%;
    transition: translate 120ms var(--_ease);
  }
  .boxes:not(.resting) .box:hover .lid,
  .boxes:not(.resting) .box:focus-visible .lid {
    translate: 0 -4px;
  }
  .resting .box {
    cursor: default;
  }
  /* Not the button itself: its ring has to be seen. */
  .resting .box:not(.picked) > svg {
    opacity: 0.5;
  }
  .picked {
    z-index: 1;
  }
  .picked:not(.open) .lid {
    translate: 0 -3px;
  }
  .open .lid {
    opacity: 0;
  }
  .inside {
    position: absolute;
    inset-block: 0 52%;
    inset-inline: 22%;
    overflow: hidden;
  }
  .inside .art {
    display: block;
    inline-size: 100%;
    block-size: auto;
    animation: rise 320ms var(--_ease);
  }
  @keyframes rise {
    from {
      translate: 0 80%;
    }
  }
  @media (forced-colors: active) {
    .box > svg,
    .inside {
      forced-color-adjust: none;
    }
    .picked {
      outline: 2px solid Highlight;
    }
  }
`;
