import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import { cellText } from '../../src/values/cell';
import { bundledForm } from '../cases/samplePack';

const form = bundledForm('quxian-2023');

function filled(change: Partial<Pick<EvaluationData, 'fields' | 'lists'>>): Evaluation {
  return evaluate(form, entriesFromData(form, { pack: 'quxian-2023', fields: {}, lists: {}, ...change }));
}

function summary(evaluation: Evaluation, row: string): string {
  return ['count', 'amount', 'executed', 'rate', 'overTen'].map((column) => cellText(evaluation.value(`projectSummary.${row}.${column}`))).join(' | ');
}

const projects = [
  { name: '工资性支出', category: '人员类', duration: '常年', initial: '80', adjustment: '10', executed: '90', appraised: '是', goalReached: '完成', status: '实施' },
  { name: '定额公用经费', category: '公用经费类', duration: '常年', initial: '12', executed: '10', appraised: '是', goalReached: '完成', status: '实施' },
  { name: '城市大脑一期', category: '特定目标类', duration: '阶段', initial: '100', adjustment: '-20', recovered: '20', executed: '72', appraised: '否', goalReached: '部分完成', status: '实施' },
  { name: '外网改造', category: '特定目标类', duration: '阶段', initial: '5', adjustment: '-5', recovered: '5', executed: '0', status: '取消' },
];

test('the summary counts and adds up what the rows say', () => {
  const evaluation = filled({ lists: { projects } });
  expect(summary(evaluation, 'standing')).toBe('2 | 102 | 100 | 0.9803921568627450980392156862745098039216 | 1');
  expect(summary(evaluation, 'phased')).toBe('2 | 80 | 72 | 0.9 | 0');
  expect(summary(evaluation, 'total')).toMatch(/^4 \| 182 \| 172 \| 0\.945/);
  expect(summary(evaluation, 'specificGoal')).toBe('2 | 80 | 72 | 0.9 | 0');
  expect(cellText(evaluation.value('projects.total.recovered'))).toBe('25');
});

test('结余率 of exactly 10% is not above 10%, a cancelled project has none', () => {
  const evaluation = filled({ lists: { projects } });
  expect([0, 1, 2, 3].map((row) => cellText(evaluation.item('projects', row, 'overTen')))).toEqual(['否', '是', '否', '不适用']);
});

test('facts about the projects are counted', () => {
  const evaluation = filled({ lists: { projects } });
  const counts = ['appraised', 'recovered', 'goalReached', 'notDone'].map((row) => cellText(evaluation.value(`projectFacts.${row}.count`)));
  expect(counts).toEqual(['2', '2', '2', '1']);
});

test('without single projects what the unit states stands, and the class totals as well', () => {
  const evaluation = filled({
    fields: {
      'projectSummary.standing.statedCount': '8', 'projectSummary.standing.statedAmount': '171.55', 'projectSummary.standing.statedExecuted': '171.55', 'projectSummary.standing.statedOverTen': '0',
      'projectSummary.phased.statedCount': '3', 'projectSummary.phased.statedAmount': '55.84', 'projectSummary.staffClass.statedExecuted': '101.55', 'projectFacts.stored.statedCount': '11',
    },
  });
  expect(summary(evaluation, 'standing')).toBe('8 | 171.55 | 171.55 | 1 | 0');
  expect(summary(evaluation, 'phased')).toBe('3 | 55.84 |  |  | ');
  expect(cellText(evaluation.value('projectSummary.total.count'))).toBe('11');
  expect(cellText(evaluation.value('projectSummary.total.amount'))).toBe('227.39');
  expect(cellText(evaluation.value('projectSummary.staffClass.executed'))).toBe('101.55');
  expect(cellText(evaluation.value('projectFacts.stored.count'))).toBe('11');
});

test('rows win over what was stated', () => {
  const evaluation = filled({ fields: { 'projectSummary.standing.statedCount': '8', 'projectSummary.standing.statedAmount': '171.55' }, lists: { projects } });
  expect(summary(evaluation, 'standing')).toMatch(/^2 \| 102 \|/);
});

test('nothing typed, nothing shown', () => {
  expect(summary(filled({}), 'standing')).toBe(' |  |  |  | ');
  expect(cellText(filled({}).value('projectFacts.appraised.count'))).toBe('');
});
