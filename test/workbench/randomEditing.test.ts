import fc from 'fast-check';
import { seed } from '../cases/seed';
import { openExcel } from './officeClient';

/** A list between a header row and an end row, as plain numbers; blank rows are null. */
type Model = (number | null)[];

type Step =
  | { readonly kind: 'type'; readonly at: number; readonly value: number }
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'undo' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('type' as const), at: fc.nat(), value: fc.integer({ min: -999, max: 999 }) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('undo' as const) }),
  ),
  { minLength: 5, maxLength: 25 },
);

const row = (index: number): number => index + 2;

/**
 * A total, a name, a validation rule and a range object of an add-in all span a list from its header to its end row.
 * Whatever a person types, inserts, deletes and takes back, they hold what a plain list of numbers holds.
 */
test(`random editing of a list keeps total, name, rule and held range right (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const { host, Excel: client } = await openExcel({ sheets: ['表', '汇总'] });
      const history: Model[] = [];
      let model: Model = [1, 2, 3, 4];
      await client.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('表');
        sheet.getRange('A1:A6').values = [['金额'], [1], [2], [3], [4], ['（结束）']];
        context.workbook.names.add('金额列', sheet.getRange('A1:A6'));
        context.workbook.worksheets.getItem('汇总').getRange('A1:A2').formulas = [['=SUM(表!A1:A6)'], ['=SUM(金额列)']];
        sheet.getRange('A1:A6').dataValidation.rule = { wholeNumber: { formula1: -1000, operator: 'GreaterThan' } };
        await context.sync();
      });
      await client.run(async (context) => {
        const held = context.workbook.worksheets.getItem('表').getRange('A1:A6');
        await context.sync();
        for (const step of script) {
          const at = 'at' in step && model.length > 0 ? step.at % model.length : 0;
          if (step.kind === 'undo') {
            await host.user.undo();
            model = history.pop() ?? model;
            continue;
          }
          if (model.length === 0 && step.kind !== 'insert') continue;
          history.push(model);
          if (step.kind === 'type') {
            await host.user.type('表', `A${row(at)}`, String(step.value));
            model = model.map((old, index) => (index === at ? step.value : old));
          } else if (step.kind === 'insert') {
            await host.user.insertRows('表', row(at), step.count);
            model = [...model.slice(0, at), ...Array<null>(step.count).fill(null), ...model.slice(at)];
          } else {
            await host.user.deleteRows('表', row(at));
            model = model.filter((_, index) => index !== at);
          }
        }
        held.load('address');
        await context.sync();
        const last = model.length + 2;
        const total = model.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(host.book.values('表', `A1:A${last}`)).toEqual([['金额'], ...model.map((value) => [value]), ['（结束）']]);
        expect(host.book.values('汇总', 'A1:A2')).toEqual([[total], [total]]);
        expect(host.book.formula('汇总', 'A1')).toBe(`=SUM(表!A1:A${last})`);
        expect(host.book.names()['金额列']).toBe(`表!$A$1:$A$${last}`);
        expect(held.address).toBe(`表!A1:A${last}`);
        expect(host.book.validation('表', `A${last}`)?.rule.kind).toBe('wholeNumber');
        expect(host.book.validation('表', `A${last + 1}`)).toBeNull();
      });
      await host.dispose();
    }),
    { seed, numRuns: 12 },
  );
});
