import type { Frame } from 'playwright-core';
import { accessibilityFaults } from './accessibility';

/** What the page shown in the pane does wrong: breaches of WCAG, parts cut off at the side, targets lower than 32 pixels. */
export async function pageFaults(pane: Frame): Promise<string[]> {
  const layout = await pane.evaluate(() => {
    const faults: string[] = [];
    const main = document.querySelector('main');
    if (main && main.scrollWidth > main.clientWidth) faults.push(`main is ${main.scrollWidth - main.clientWidth} px too wide`);
    if (main && getComputedStyle(main).overflowY !== 'scroll') faults.push('no standing scrollbar');
    const fieldAround = (element: Element): Element => element.closest('.fui-Input, .fui-Select') ?? element;
    for (const element of document.querySelectorAll('button, summary, input, select, [role=tab]')) {
      const { width, height, right } = fieldAround(element).getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      if (height > 0 && height < 32) faults.push(`${name} is ${height} px high`);
      if (width > 0 && right > window.innerWidth) faults.push(`${name} reaches out of the pane`);
    }
    return faults;
  });
  return [...layout, ...(await accessibilityFaults(pane))];
}
