import { shippedPackIds } from '../../src/cli/shippedPacks';
import { PlayedFolder } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

const VERBS = ['packs', 'build', 'read', 'check', 'report', 'proofread', 'pack check', 'pack from-workbook', 'issue'];

test('without a verb the overview stands on stderr, with --help on stdout', async () => {
  const help = await folder.run('--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const verb of VERBS) expect(help.out).toContain(`\n  ${verb} `);
  expect(help.out).toContain('退出码：0 完成，1 校验发现错误，2 没有完成');
  expect(await folder.run()).toEqual({ code: 2, out: '', err: help.out });
  expect(await folder.run('help')).toEqual(help);
});

test.each(VERBS)('%s --help tells every option, also amid other words', async (verb) => {
  const help = await folder.run(...verb.split(' '), '没有的文件.xlsx', '--json', '--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  const called = /用法：(.*)/.exec(help.out)?.[1] ?? '';
  expect(called).toMatch(new RegExp(`^npm run -s jixiao -- ${verb}( |$)`));
  for (const [option] of called.matchAll(/--[\w-]+( <[^>]+>)?/g)) expect(help.out.split(called)[1]).toContain(`  ${option}  `);
});

test.each([
  [['chekc', 'a.xlsx'], `没有命令“chekc”。应为：${VERBS.join('、')}。是否指 check？（M01）`],
  [['fly'], `没有命令“fly”。应为：${VERBS.join('、')}。用 --help 查看用法。（M01）`],
  [['pack'], `没有命令“pack”。应为：${VERBS.join('、')}。是否指 pack check？（M01）`],
  [['pack', 'chekc', 'a.json'], `没有命令“pack chekc”。应为：${VERBS.join('、')}。是否指 pack check？（M01）`],
  [['pack', 'check'], '没有写<文件>。用法：npm run -s jixiao -- pack check <文件> [--json]（M05）'],
  [['build', '--pack', 'quxian-2023', '--master', '--data', 'a.json', '--out', 'a.xlsx'], '模板工作簿里没有填报用的表，不能填入数据文件。请去掉 --data，或去掉 --master。（M07）'],
  [['check', 'a.xlsx', '--jsno'], 'check 没有选项 --jsno，是否指 --json。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M02）'],
  [['check', 'a.xlsx', '-x'], 'check 没有选项 -x。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M02）'],
  [['check', 'a.xlsx', '--toString'], 'check 没有选项 --toString。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M02）'],
  [['check'], '没有写<文件.xlsx>。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M05）'],
  [['check', 'a.xlsx', 'b.xlsx'], '多了“b.xlsx”，只能写一个<文件.xlsx>。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M04）'],
  [['check', 'a.xlsx', '--json=yes'], '选项 --json 后面不写值。用法：npm run -s jixiao -- check <文件.xlsx> [--json] [--last-year <文件.xlsx>]（M03）'],
  [['build', '--pack', '--out', 'a.xlsx'], '选项 --pack 缺少<模板>。用法：npm run -s jixiao -- build --pack <模板> [--master] [--data <文件.json>] --out <文件.xlsx> [--force]（M03）'],
  [['build', '--pack', 'quxian-2023'], '缺少选项 --out <文件.xlsx>。用法：npm run -s jixiao -- build --pack <模板> [--master] [--data <文件.json>] --out <文件.xlsx> [--force]（M05）'],
  [['build', '--pack', 'x', '--out', 'a.xlsx', '--out=b.xlsx'], '选项 --out 写了两次。用法：npm run -s jixiao -- build --pack <模板> [--master] [--data <文件.json>] --out <文件.xlsx> [--force]（M03）'],
  [['build', '--pack', 'quxian-2032', '--out', 'a.xlsx'], `没有模板包“quxian-2032”。应为：${shippedPackIds().join('、')}。是否指 quxian-2023？（M30）`],
  [['build', '--pack', '../packs/quxian-2023', '--out', 'a.xlsx'], `没有模板包“../packs/quxian-2023”。应为：${shippedPackIds().join('、')}。请用 packs 查看可用的模板包。（M30）`],
  [['build', '--pack', 'quxian-2023', '--out', 'a.xls'], '输出文件的扩展名不对。填报/现状：a.xls。应为：以 .xlsx 结尾。请改为 --out 文件名.xlsx。（M24）'],
  [['build', '--pack', 'quxian-2023', '--out', '无此文件夹/a.xlsx'], `没有文件夹“${folder.path}/无此文件夹”。请先建立文件夹，或改写到已有的文件夹。（M22）`],
  [['read', '没有.xlsx'], '找不到文件“没有.xlsx”。请核对文件名和所在文件夹。（M10）'],
  [['read', '.'], '“.”是文件夹或设备，不是文件。请写出文件名。（M11）'],
  [['read', '/dev/zero'], '“/dev/zero”是文件夹或设备，不是文件。请写出文件名。（M11）'],
])('%j is refused with what to do', async (args, message) => {
  expect(await folder.run(...args)).toEqual({ code: 2, out: '', err: message });
  expect(folder.files()).toEqual([]);
});

test('with --json a refusal is JSON on stdout, too', async () => {
  const { code, out, err } = await folder.run('check', '没有.xlsx', '--json');
  expect([code, JSON.parse(out)]).toEqual([2, { error: { code: 'M10', message: '找不到文件“没有.xlsx”。', remedy: '请核对文件名和所在文件夹。' } }]);
  expect(err).toContain('M10');
});

test('what a name says to the terminal is not obeyed', async () => {
  const { err } = await folder.run('read', '\u001b[2J\u202eevil.xlsx');
  expect(err).toBe('找不到文件“[2Jevil.xlsx”。请核对文件名和所在文件夹。（M10）');
});
