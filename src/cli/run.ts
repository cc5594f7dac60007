import { messageLine } from '../values/message';
import { nearest } from '../values/nearest';
import { overview, verbHelp } from './help';
import { jsonText, printable, type Terminal } from './terminal';
import { DONE, FAILED, readArguments, type Failure, type Verb } from './verb';
import { build } from './verbs/build';
import { check } from './verbs/check';
import { issue } from './verbs/issue';
import { packCheck } from './verbs/packCheck';
import { packFromWorkbook } from './verbs/packFromWorkbook';
import { packs } from './verbs/packs';
import { proofread } from './verbs/proofread';
import { read } from './verbs/read';
import { report } from './verbs/report';

const verbs: readonly Verb[] = [packs, build, read, check, report, proofread, packCheck, packFromWorkbook, issue];
/** Faults of a data file that are spelt out. */
const FAULTS_SHOWN = 200;

/** Carries out a command line and gives its exit code: 0 done, 1 a check found 错误, 2 nothing was done. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const verb = verbs.find((one) => one.name.split(' ').every((word, i) => args[i] === word));
  const name = verb?.name ?? verbWritten(args);
  const rest = args.slice(name === '' ? 0 : name.split(' ').length);
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (verb && wantsHelp) {
    terminal.out(verbHelp(verb));
    return DONE;
  }
  if (wantsHelp || name === 'help') {
    terminal.out(overview(verbs));
    return DONE;
  }
  if (name === '') {
    terminal.err(overview(verbs));
    return FAILED;
  }
  const json = rest.includes('--json');
  if (!verb) return failed(unknownVerb(name), json, terminal);
  const given = readArguments(verb, rest);
  if (!given.ok) return failed(given.error, json, terminal);
  const done = await verb.run(given.value, terminal);
  return done.ok ? done.value : failed(done.error, json, terminal);
}

function failed(failure: Failure, json: boolean, terminal: Terminal): number {
  const { faults = [] } = failure;
  terminal.err(printable([
    messageLine(failure),
    ...faults.slice(0, FAULTS_SHOWN).map(({ path, found, expected, remedy }, i) => `${i + 1}. ${path === '' ? '文件' : path}：现为 ${found}；应当：${expected}。${remedy}`),
    ...(faults.length > FAULTS_SHOWN ? [`另有 ${faults.length - FAULTS_SHOWN} 处没有列出。`] : []),
  ].join('\n')));
  if (json) {
    const { code, text: message, remedy, found, expected, place } = failure;
    terminal.out(jsonText({ error: { code, message, remedy, found, expected, place, ...(faults.length > 0 ? { faults } : {}) } }));
  }
  return FAILED;
}

/** What stands where a verb belongs; two words where verbs begin with the first of them. */
function verbWritten([first = '', second]: readonly string[]): string {
  return second !== undefined && !second.startsWith('-') && verbs.some(({ name }) => name.startsWith(`${first} `)) ? `${first} ${second}` : first;
}

function unknownVerb(name: string): Failure {
  const names = verbs.map((verb) => verb.name);
  const meant = names.find((one) => one.startsWith(`${name} `)) ?? nearest(name, names);
  return { code: 'M01', text: `没有命令“${name.slice(0, 40)}”。`, expected: names.join('、'), remedy: meant === null ? '用 --help 查看用法。' : `是否指 ${meant}？` };
}
