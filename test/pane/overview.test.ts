/** @jest-environment node */
import { overviewOf } from '../../src/pane/overview';
import { shownFigure } from '../../src/pane/shownFigure';
import { sampleEvaluation } from '../cases/samplePack';

const shown = (pack: string): readonly string[] => overviewOf(sampleEvaluation(pack)).figures.map(({ label, value, content }) => `${label} ${shownFigure(value, content)}`);

test('a score with an execution row is out of the points of both', () => {
  const { fullScore, expectedWeight, score } = overviewOf(sampleEvaluation('longshan-2022'));
  expect([fullScore.toFixed(), expectedWeight, shownFigure(score, 'score')]).toEqual(['100', 90, '88.00']);
  expect(overviewOf(sampleEvaluation('quxian-2023')).fullScore.toFixed()).toBe('100');
});

test('where each project has its sheet, its indicators stand under its name', () => {
  const { perProject, groups } = overviewOf(sampleEvaluation('national-2020'));
  expect(perProject).toBe(true);
  expect(groups.map(({ name, scored, weight, indicators }) => `${name} ${scored.toFixed()}/${weight.toFixed()} ${indicators.length}`)).toEqual([
    '1. 镇村便民服务点设施维护 87.5/90 7', '2. 政务信息系统运行保障 83.3/90 9', '3. 基层干部业务培训 78.04/90 8', '4. 窗口标准化改造 69.88/90 7',
  ]);
  expect(shown('national-2020')).toEqual(['全部项目执行率 81.60%', '项目自评覆盖率 100.00%']);
});

test('each pack shows the rates it has', () => {
  expect(shown('longshan-2022')).toEqual(['预算执行率 100.00%', '年中调整率 18.39%', '项目自评覆盖率 100.00%']);
  expect(shown('quxian-2023')).toEqual(expect.arrayContaining(['1–6月执行率 95.01%', '预算编制偏离度 36.34%']));
  expect(shown('quxian-2023')).toHaveLength(8);
});
