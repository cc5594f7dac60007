import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packChecks, standingChecks } from '../../src/check/catalogue';
import { REPORT_FILTERS } from '../../src/report/filters';

const guide = readFileSync(join(__dirname, '../../assets/packs/README.zh-CN.md'), 'utf8');

test('the guide for packs names every check with its title, and no other', () => {
  const checks = [...packChecks.values(), ...standingChecks].map(({ code, title }) => `${code} ${title}`);
  expect([...guide.matchAll(/^\| ([FRINTASV]\d{2}) \| ([^|]+?) \|/gm)].map(([, code, title]) => `${code} ${title}`)).toEqual(checks);
});

test('the guide names every filter, and no other', () => {
  const table = guide.slice(guide.indexOf('| 过滤器 |'));
  expect([...table.matchAll(/^\| `([^`|]+)` \|/gm)].map(([, name]) => name)).toEqual(Object.keys(REPORT_FILTERS));
});
