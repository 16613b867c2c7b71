/** The frame of the page: a quiet bar, a head with the choices, one column of cards. */
import { css } from 'lit';

export const adminPageStyles = css`
  header,
  main {
    max-inline-size: 80rem;
    margin-inline: auto;
    padding-inline: clamp(12px, 3vw, 32px);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 60px;
  }
  .brand {
    margin-inline-end: auto;
    font-weight: 700;
    letter-spacing: 0.01em;
  }
  .who {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--size-13);
    color: var(--quiet);
  }
  header .button {
    flex: none;
    margin-inline-end: -12px;
    font-size: var(--size-13);
  }
  main {
    padding-block: 12px 64px;
  }
  /* As high as the head that is about to come. */
  main.starting {
    padding-block-start: 100px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 16px 24px;
    margin-block-end: 20px;
  }
  h1 {
    font-size: var(--size-36);
    font-weight: 700;
    letter-spacing: -0.015em;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  /* It takes the focus to be read on from, and nothing can be done with it. */
  h1:focus {
    outline: none;
  }
  h1.alone {
    margin-block-end: 20px;
  }
  .name {
    min-inline-size: 0;
  }
  .range {
    margin-block-start: 4px;
    text-wrap: balance;
  }
  .before {
    color: var(--quiet);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
  }
  .choice label {
    font-size: var(--size-13);
    font-weight: 400;
    color: var(--quiet);
  }
  select {
    inline-size: 100%;
    max-inline-size: 15rem;
  }
  @media print {
    period-picker {
      display: none;
    }
  }
  @media (max-width: 40rem) {
    h1 {
      font-size: var(--size-24);
    }
    .head {
      align-items: stretch;
      flex-direction: column;
    }
    .choice {
      flex: 1 1 8rem;
      min-inline-size: 0;
    }
    period-picker {
      flex-basis: 100%;
    }
    select {
      max-inline-size: none;
    }
  }
`;
