/** Tables for reading: generous rows, hairlines, figures under each other. */
import { css } from 'lit';

export const tableStyles = css`
  .scroll {
    overflow-x: auto;
    border-radius: var(--radius-small);
    /* The table ends where the card does, so a cut column shows that there is more. */
    margin-inline: -24px;
    padding-inline: 24px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--size-15);
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--quiet);
    font-size: var(--size-13);
    padding-block-end: 8px;
  }
  th,
  td {
    padding: 10px 12px;
    text-align: start;
    vertical-align: baseline;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    font-size: var(--size-13);
    font-weight: 550;
    color: var(--quiet);
    border-block-end: 1px solid var(--line);
    padding-block: 6px;
  }
  tbody th {
    font-weight: 500;
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--line);
  }
  .number {
    text-align: end;
  }
  @media (max-width: 40rem) {
    .scroll {
      margin-inline: -16px;
      padding-inline: 16px;
    }
  }
`;

export const detailsStyles = css`
  details {
    margin-block-start: 12px;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    font-size: var(--size-13);
    font-weight: 550;
    color: var(--quiet);
    cursor: pointer;
    border-radius: var(--radius-small);
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
    transition: transform var(--press);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  summary:hover {
    color: var(--text);
  }
  @media print {
    summary,
    details:not([open]) {
      display: none;
    }
  }
`;
