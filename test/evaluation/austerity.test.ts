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

test('三公 is its parts, the total its eight items, and 表述 follows the sign', () => {
  const evaluation = filled({
    'austerity.abroad.final': '0', 'austerity.vehiclePurchase.final': '0', 'austerity.vehicleRunning.final': '1.25', 'austerity.vehicleRunning.previous': '1.5',
    'austerity.reception.final': '0.32', 'austerity.reception.previous': '0.3', 'austerity.meetings.final': '0', 'austerity.meetings.previous': '0', 'austerity.travel.final': '12.3',
  });
  expect(shown(evaluation, 'austerity.vehicles.final', 'austerity.threePublic.final', 'austerity.threePublic.previous', 'austerity.total.final')).toEqual(['1.25', '1.57', '1.8', '13.87']);
  expect(shown(evaluation, 'austerity.threePublic.change', 'austerity.threePublic.changeWord', 'austerity.reception.changeWord', 'austerity.meetings.changeWord')).toEqual(['-0.23', '减少', '增加', '持平']);
  expect(shown(evaluation, 'austerity.meetings.changeRate', 'austerity.travel.change', 'austerity.travel.changeWord', 'austerity.training.changeWord')).toEqual(['不适用', '', '', '']);
});

test('a note in the 三公 row is a text of its own, no sum', () => {
  const evaluation = filled({ 'austerity.threePublic.note': '与上年持平', 'austerity.reception.note': '接待批次减少' });
  expect(shown(evaluation, 'austerity.threePublic.note', 'austerity.total.note')).toEqual(['与上年持平', '']);
});
