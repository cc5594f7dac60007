import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import { cellText } from '../../src/values/cell';
import { bundledForm } from '../cases/samplePack';

const form = bundledForm('quxian-2023');

function filled(fields: EvaluationData['fields']): Evaluation {
  return evaluate(form, entriesFromData(form, { pack: 'quxian-2023', fields, lists: {} }));
}

function shown(evaluation: Evaluation, ...fields: readonly string[]): readonly string[] {
  return fields.map((field) => cellText(evaluation.value(field)));
}

test('资产: 年末＝年初＋增加－减少, blank movements are none; rates of zero stock are 不适用', () => {
  const evaluation = filled({
    'assets.furniture.opening': '5.2', 'assets.furniture.inUse': '5.2', 'assets.equipment.opening': '30.5', 'assets.equipment.added': '10', 'assets.equipment.reduced': '1.5', 'assets.equipment.inUse': '38',
    'assets.other.opening': '0', 'assets.other.inUse': '0',
  });
  expect(shown(evaluation, 'assets.furniture.closing', 'assets.equipment.closing', 'assets.total.closing', 'assets.other.utilisation')).toEqual(['5.2', '39', '44.2', '不适用']);
  expect(cellText(evaluation.value('assetUse.utilisation'))).toMatch(/^0\.9773/);
});

test('a unit that knows only the rate states it; no purchase budget is 不适用, not zero', () => {
  const evaluation = filled({ 'assetUse.statedUtilisation': '1', 'procurement.goods.budget': '0', 'procurement.goods.executed': '0' });
  expect(shown(evaluation, 'assetUse.utilisation', 'assetUse.overAge', 'procurement.total.deviation')).toEqual(['1', '', '不适用']);
});
