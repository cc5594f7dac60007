/** @jest-environment jsdom */
import { PaneFrame } from '../../../src/workbench/page/paneFrame';

function opened(): { place: HTMLElement; pane: PaneFrame; frame: () => HTMLIFrameElement | null } {
  const place = document.createElement('aside');
  place.hidden = true;
  return { place, pane: new PaneFrame(place), frame: () => place.querySelector('iframe') };
}

test('a button opens the pane with its page and tells Office.js that it runs in Excel in Chinese', () => {
  const { place, pane, frame } = opened();
  pane.open('taskpane.html?do=check', '预算绩效自评助手');
  expect(place.hidden).toBe(false);
  expect(place.textContent).toContain('预算绩效自评助手');
  expect(frame()?.getAttribute('src')).toBe('taskpane.html?do=check&_host_Info=Excel$Win32$16.01$zh-CN$telemetry$$$0');
});

test('another button navigates the pane, the same button leaves it as it is', () => {
  const { pane, frame } = opened();
  pane.open('taskpane.html', 'x');
  const first = frame();
  pane.open('taskpane.html', 'x');
  expect(frame()).toBe(first);
  pane.open('taskpane.html?do=report', 'x');
  expect(frame()).not.toBe(first);
  expect(frame()?.getAttribute('src')).toContain('?do=report&');
});

test('the cross closes the pane, and the same button opens it anew', () => {
  const { place, pane, frame } = opened();
  pane.open('taskpane.html', 'x');
  place.querySelector('button')?.click();
  expect(place.hidden).toBe(true);
  expect(frame()).toBeNull();
  pane.open('taskpane.html', 'x');
  expect(frame()).not.toBeNull();
});
