import { cellText } from '../../src/values/cell';
import { sampleData } from '../cases/samplePack';
import { longshanLines } from '../report/longshanFigures';
import { seedFigures } from '../report/seedFigures';
import { columnTexts, provePublished } from './publishedReport';

const { withSeed, lines: form } = provePublished({
  pack: 'quxian-2023', file: '000_82dc39925db50085.txt', table: seedFigures, everyLine: false, enumeration: /^(?:\d+\.(?!\d)\s*|（\d+）|目标\d+：)/, formBegins: '一级指标',
  prose: (evaluation) => [
    ...[...evaluation.entries.fields].filter(([id]) => /text$|goal|Content$|disclosed$/i.test(id)).map(([, cell]) => cellText(cell)),
    ...['duties', 'texts'].flatMap((list) => columnTexts(evaluation, list, ['title', ...(list === 'duties' ? ['subtitle', 'text'] : ['body'])])),
  ],
});

provePublished({
  pack: 'longshan-2022', file: '001_8ae852161d2a76fd.txt', table: longshanLines, everyLine: true, enumeration: /^(?:[#-]+\s*)?(?:\d+、|\(\d+\)|附件：1、)?\s*/,
  prose: (evaluation) => [
    cellText(evaluation.value('targets.done')),
    ...columnTexts(evaluation, 'works', ['content']), ...columnTexts(evaluation, 'projects', ['results']),
    ...['experiences', 'problems', 'measures'].flatMap((list) => columnTexts(evaluation, list, ['title', 'body'])), ...columnTexts(evaluation, 'texts', ['body']),
  ],
});

withSeed('the printed form of the targets holds every cell of the published one', () => {
  const cells = form.map(({ text }) => text).filter((text) => text !== '');
  const start = cells.findIndex((text) => text === '产出指标');
  let next = start;
  const groups = new Set(['产出指标', '数量指标', '质量指标', '时效指标', '效益指标', '社会效益', '指标', '可持续发展指标', '可持续影响指标', '满意度指标', '服务对象满意度指标', '成本指标', '经济成本指标']);
  const written = (text: string): string => text.replaceAll('≧', '≥');
  const skipped: string[] = [];
  for (const row of sampleData('quxian-2023').lists['indicators'] ?? []) {
    const texts = ['level3', 'nature', 'target', 'unit', 'weight', 'actual'].flatMap((column) => (row[column] === undefined ? [] : [String(row[column])]));
    while (next < cells.length && cells[next] !== texts[0]) skipped.push((cells[next++] ?? '').replaceAll(/\[.*\]/g, ''));
    expect(cells.slice(next, next + texts.length).map(written)).toEqual(texts);
    next += texts.length;
  }
  expect(cells.slice(next)).toEqual([]);
  expect(skipped.filter((text) => text !== '' && !groups.has(text))).toEqual([]);
});
