import { readFileSync } from 'node:fs';
import { type AxeResults } from 'axe-core';
import { type Frame, type Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
}

/**
 * Breaches of WCAG 2.1 A and AA in a page or a pane, one line each: rule, help and the first element.
 * `exclude` are CSS selectors of parts that are not ours.
 */
export async function accessibilityFaults(target: Page | Frame, exclude: readonly string[] = []): Promise<string[]> {
  await target.evaluate(axeSource);
  return target.evaluate(async (excluded) => {
    const { axe } = window as unknown as AxeWindow;
    const results = await axe.run(
      { include: [['html']], exclude: excluded.map((selector) => [selector]) },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], iframes: false },
    );
    return results.violations.map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes[0]?.html ?? ''}`);
  }, exclude);
}
