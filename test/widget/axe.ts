/** Runs axe over the page, shadow trees included. */
import type { AxeResults, RunOptions } from 'axe-core';
// A script for pages rather than a module: it leaves `axe` on the window.
import 'axe-core';

declare global {
  interface Window {
    axe: { run(root: Element, options: RunOptions): Promise<AxeResults> };
  }
}

/** What axe finds wrong, as one line each; empty is good. */
export async function axeProblems(): Promise<string[]> {
  const { violations } = await window.axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // The test page itself has no landmarks and no heading; a shop has.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
