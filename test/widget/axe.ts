/** Runs axe over the page, shadow trees included, and settles what axe leaves open. */
import type { AxeResults, RunOptions } from 'axe-core';
// A script for pages rather than a module: it leaves `axe` on the window.
import 'axe-core';
import { faintWords, svgWords } from './painted.ts';

declare global {
  interface Window {
    axe: { run(root: Element, options: RunOptions): Promise<AxeResults> };
  }
}

const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The test page itself has no landmarks and no heading; a shop has.
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'target-size': { enabled: true },
  },
  elementRef: true,
  resultTypes: ['violations', 'incomplete'],
};

const contrastAlone: RunOptions = {
  ...everything,
  runOnly: { type: 'rule', values: ['color-contrast'] },
  rules: {},
};

/** What is wrong, as one line each; empty is good. */
export async function axeProblems(isContrastAlone = false): Promise<string[]> {
  const options = isContrastAlone ? contrastAlone : everything;
  const { violations, incomplete } = await window.axe.run(document.body, options);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  const open = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes.map(({ element }) => element))
    .filter((element) => element !== undefined);
  return [...found, ...(await faintWords([...new Set([...open, ...svgWords()])]))];
}
