/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRibbon } from '../../../src/workbench/page/ribbonButtons';

const manifest = readFileSync(join(resolve(__dirname, '../../..'), 'manifest.xml'), 'utf8');

test('the strip shows the group and the buttons of the manifest', () => {
  const groups = readRibbon(manifest);
  expect(groups.map((group) => group.label)).toEqual(['绩效自评']);
  expect(groups[0]?.buttons.map(({ label, page, paneTitle }) => [label, page, paneTitle])).toEqual([
    ['打开助手', 'taskpane.html', '预算绩效自评助手'],
    ['一键校验', 'taskpane.html?do=check', '预算绩效自评助手'],
    ['生成自评报告', 'taskpane.html?do=report', '预算绩效自评助手'],
  ]);
  expect(groups[0]?.buttons[1]?.icons.get(32)).toBe('assets/icons/check-32.png');
  expect(groups[0]?.buttons[1]?.tip).toContain('检查整本工作簿');
});

test('a manifest that refers to a text it does not define is refused', () => {
  expect(() => readRibbon(manifest.replace('id="Check.Label"', 'id="Check.Other"'))).toThrow('missing resource');
});
