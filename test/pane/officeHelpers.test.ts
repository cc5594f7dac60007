import { logFault, recall, remember } from '../../src/pane/officeHelpers';
import { keepPreferences, readPreferences } from '../../src/pane/preferences';

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

test('what was remembered is recalled, also by a pane opened later', () => {
  expect(remember('unitName', '示例县数据中心')).toBe(true);
  expect(recall('unitName')).toBe('示例县数据中心');
  expect(recall('never')).toBeNull();
});

test('preferences come back as they were kept; the theme follows Office unless chosen', () => {
  expect(readPreferences()).toEqual({ packId: '', unitName: '', unitCode: '', theme: 'office' });
  keepPreferences({ packId: 'tiny', theme: 'dark' });
  expect(readPreferences()).toEqual({ packId: 'tiny', unitName: '', unitCode: '', theme: 'dark' });
  keepPreferences({ theme: 'office' });
  expect(readPreferences().theme).toBe('office');
});

test('a theme that is none falls back to Office', () => {
  remember('theme', 'pink');
  expect(readPreferences().theme).toBe('office');
});

test('blocked storage remembers nothing and fails nothing', () => {
  const blocked = (): never => {
    throw new DOMException('blocked', 'SecurityError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked);
  expect(remember('unitName', '甲')).toBe(false);
  expect(recall('unitName')).toBeNull();
});

test('a fault is printed whatever it is', () => {
  const printed = ['log', 'error', 'group', 'groupCollapsed', 'groupEnd', 'warn', 'info'] as const;
  const spies = printed.map((name) => jest.spyOn(console, name).mockImplementation(() => undefined));
  for (const fault of [new Error('no answer'), { code: 'X-1', text: '没有回应' }, undefined, 'text']) expect(() => logFault(fault)).not.toThrow();
  const text = JSON.stringify(spies.flatMap((spy) => spy.mock.calls));
  expect(text).toContain('no answer');
});
