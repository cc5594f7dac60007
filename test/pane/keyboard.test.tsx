import { cleanup, screen } from '@testing-library/react';
import { playedAssistant } from './playedAssistant';
import { showPane } from './showPane';

afterEach(cleanup);

test('only the chosen tab is in the tab order', async () => {
  await showPane(playedAssistant(), 'check');
  expect(screen.getAllByRole('tab').filter((tab) => tab.tabIndex === 0).map((tab) => tab.getAttribute('aria-selected'))).toContain('true');
});

test('everything that can be pressed is a button, link, tab, field or fold with a name', async () => {
  for (const page of ['start', 'fill', 'check', 'report', 'help'] as const) {
    const { container } = await showPane(playedAssistant(), page);
    const pressable = [...container.querySelectorAll<HTMLElement>('button, a, [role=tab], [role=button], summary')];
    expect(pressable.filter((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() === '')).toEqual([]);
    const others = [...container.querySelectorAll<HTMLElement>('[tabindex="0"]')].filter((element) => !/^(BUTTON|SUMMARY|INPUT|SELECT|A)$/.test(element.tagName) && !element.hasAttribute('data-tabster-dummy'));
    expect(others).toEqual([]);
    cleanup();
  }
});
