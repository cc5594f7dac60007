import fc from 'fast-check';
import { blankEntries } from '../../src/evaluation/entries';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import { PACE } from '../../src/excel/runExcel';
import { difference } from '../../src/workbook/difference';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { openExcel } from './officeClient';
import { disagreements } from '../cases/compareFaces';
import { randomEntries } from '../cases/randomEntries';
import { bundledForm } from '../cases/samplePack';
import { typeEntries } from '../cases/provenEvaluations';
test('x', async () => {
  const { Excel: excel } = await openExcel();
  let c = process.cpuUsage();
  const cpu = (what: string) => { const d = process.cpuUsage(c); console.log(what, ((d.user + d.system) / 1e6).toFixed(1)); c = process.cpuUsage(); };
  const form = bundledForm('quxian-2023');
  const plan = planWorkbook(form, blankEntries(form));
  cpu('plan');
  const port = new ExcelWorkbook({ ...PACE, answerWithin: 300_000 });
  const look = await port.look(plan);
  if (!look.ok) throw new Error('x');
  const run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
  const w = await port.write({ title: '生成套表', changes: difference(plan, look.value).changes }, { pack: '{}', packHash: '', layoutVersion: 1 }, run);
  if (!w.ok) throw new Error(JSON.stringify(w));
  cpu('layout');
  await excel.run(async (context) => { for (const s of plan.sheets) context.workbook.worksheets.getItem(s.name).protection.unprotect(); await context.sync(); });
  cpu('unprotect');
  for (const entries of fc.sample(randomEntries(form), { seed: 5, numRuns: 3 })) {
    cpu('sample');
    await typeEntries(excel, form, plan, entries); cpu('type');
    const found = await port.look(plan); cpu('look');
    if (!found.ok) throw new Error('x');
    const reading = readWorkbook(form, plan, found.value); cpu('read');
    console.log(disagreements(form, reading).length); cpu('compare');
  }
}, 400000);
