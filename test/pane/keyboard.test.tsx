import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { playedAssistant } from './playedAssistant';
import { showPane } from './showPane';

afterEach(cleanup);

test('arrow keys, Home and End move between the tabs and open their pages', async () => {
  await showPane(playedAssistant());
  const press = (key: string): string | undefined => {
    fireEvent.keyDown(document.activeElement as HTMLElement, { key });
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    return document.activeElement?.textContent ?? undefined;
  };
  act(() => screen.getByRole('tab', { name: '开始' }).focus());
  expect(['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'].map(press)).toEqual(['填报', '校验', '上报', '开始', '上报', '开始']);
  press('ArrowRight');
  expect(screen.getByRole('tabpanel', { name: '填报' })).toBeTruthy();
});

test('only the chosen tab is in the tab order', async () => {
  await showPane(playedAssistant(), 'check');
  expect(screen.getAllByRole('tab').filter((tab) => tab.tabIndex === 0).map((tab) => tab.textContent)).toEqual(['校验']);
});

test('everything that can be pressed is a button, link, tab, field or fold with a name', async () => {
  for (const page of ['start', 'fill', 'check', 'report', 'handIn', 'help'] as const) {
    const { container } = await showPane(playedAssistant(), page);
    const pressable = [...container.querySelectorAll<HTMLElement>('button, a, [role=tab], [role=button], summary')];
    expect(pressable.filter((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() === '')).toEqual([]);
    const others = [...container.querySelectorAll<HTMLElement>('[tabindex="0"]')].filter((element) => !/^(BUTTON|SUMMARY|INPUT|SELECT|A)$/.test(element.tagName));
    expect(others).toEqual([]);
    cleanup();
  }
});
