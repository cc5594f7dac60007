import { compileForm } from '../../src/evaluation/form';
import { tinyPack } from '../cases/tinyPack';

test('a list with more given rows than room is a fault of the pack: the workbook would leave some out', () => {
  const sheets = tinyPack.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => (block.type === 'list' && block.id === 'reference' ? { ...block, room: 1 } : block)) }));
  expect(compileForm({ ...tinyPack, sheets })).toMatchObject({ ok: false, error: [{ path: 'sheets[3].blocks[0].room', found: '1', expected: '不少于2（预先填好的行数）' }] });
});
