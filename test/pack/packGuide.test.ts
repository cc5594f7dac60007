import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '../../assets/schema/pack.schema.json';
import { packChecks, standingChecks } from '../../src/check/catalogue';
import { ruleKinds } from '../../src/evaluation/rules';
import { REPORT_FILTERS } from '../../src/report/filters';

const guide = readFileSync(join(__dirname, '../../assets/packs/README.zh-CN.md'), 'utf8');

test('the guide for packs names every check with its title, and no other', () => {
  const checks = [...packChecks.values(), ...standingChecks].map(({ code, title }) => `${code} ${title}`);
  expect([...guide.matchAll(/^\| ([FRINPTASV]\d{2}) \| ([^|]+?) \|/gm)].map(([, code, title]) => `${code} ${title}`)).toEqual(checks);
});

test('the guide names every kind of rule with its operands, and no other', () => {
  const words = { one: '', optional: '（可省）', many: '（几格）', column: '（整列）' };
  const kinds = [...ruleKinds.values()].map(({ kind, title, slots }) => `${kind} ${title} ${Object.entries(slots).map(([slot, need]) => `\`${slot}\`${words[need]}`).join('，')}`);
  const table = guide.slice(guide.indexOf('| 规则 |'), guide.indexOf('## 校验'));
  expect([...table.matchAll(/^\| ([a-z]\w+) \| ([^|]+?) \| ([^|]*?) \|/gm)].map(([, kind, title, operands]) => `${kind} ${title} ${operands}`)).toEqual(kinds);
});

test('the guide names every kind of block, and no other', () => {
  const table = guide.slice(guide.indexOf('| 块 |'), guide.indexOf('勾稽关系写在'));
  expect([...table.matchAll(/^\| ([a-z]\w+) \|/gim)].map(([, type]) => type)).toEqual(schema.$defs.block.properties.type.enum);
});

test('the guide names every filter, and no other', () => {
  const table = guide.slice(guide.indexOf('| 过滤器 |'));
  expect([...table.matchAll(/^\| `([^`|]+)` \|/gm)].map(([, name]) => name)).toEqual(Object.keys(REPORT_FILTERS));
});
