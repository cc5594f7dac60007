import { fail, ok, type Result } from '../../values/result';
import type { FormulaFault } from './expression';

export type Token =
  | { readonly kind: 'number' | 'text' | 'name'; readonly text: string; readonly at: number }
  /** Operators, brackets and the comma in their half-width form. */
  | { readonly kind: 'mark'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

/** What Chinese input methods and accountants write for the marks of a formula. */
const MARKS: Readonly<Record<string, string>> = {
  '（': '(', '）': ')', '，': ',', '＝': '=', '＜': '<', '＞': '>', '＋': '+', '－': '-', '＊': '*', '×': '*', '／': '/', '÷': '/', '％': '%', '＾': '^', '＆': '&', '≤': '<=', '≥': '>=', '≦': '<=', '≧': '>=', '≠': '<>',
};
const SINGLE = '()+-*/^&%,=<>';
const REFUSED: Readonly<Record<string, string>> = {
  '!': '名称，不能引用工作表', ':': '名称，不能写区域', '：': '名称，不能写区域', $: '名称，不能写单元格地址', '[': '名称，不能引用其他工作簿', ']': '名称，不能引用其他工作簿',
  '{': '名称、数字或函数，不能写数组', '}': '名称、数字或函数，不能写数组', '#': '名称，不能写错误值', '@': '名称、数字或函数', ';': '半角逗号 ,', '；': '半角逗号 ,', "'": '名称，不能引用工作表',
  '“': '英文双引号 "', '”': '英文双引号 "', '、': '半角逗号 ,', '。': '小数点 .', '．': '小数点 .',
};
const BLANK = /[\s\u3000\u00a0]/;
const NAME = /[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z0-9_.]*/uy;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)/y;
/** Digits a number keeps in a cell. */
const DIGITS = 15;

/** Splits a formula behind its `=` into tokens. Faults: a character no formula of ours has, a text without end, a number too long. */
export function tokensOf(formula: string, start: number): Result<readonly Token[], FormulaFault> {
  const tokens: Token[] = [];
  let index = start;
  while (index < formula.length) {
    const at = index + 1;
    const character = formula.charAt(index);
    const mark = MARKS[character] ?? (SINGLE.includes(character) ? character : null);
    if (BLANK.test(character)) index += 1;
    else if (mark !== null) {
      const joined = joinedMark(tokens.at(-1), mark, at);
      if (joined) tokens[tokens.length - 1] = joined;
      else tokens.push({ kind: 'mark', text: mark, at });
      index += 1;
    } else if (character === '"') {
      const end = textEnd(formula, index);
      if (end === null) return fail({ at, found: formula.slice(index, index + 20), expected: '文字末尾的英文双引号 "' });
      tokens.push({ kind: 'text', text: formula.slice(index + 1, end - 1).replaceAll('""', '"'), at });
      index = end;
    } else {
      const number = matchAt(NUMBER, formula, index);
      const word = number ?? matchAt(NAME, formula, index);
      if (word === null) return fail({ at, found: character, expected: REFUSED[character] ?? '名称、数字、运算符或函数' });
      if (number !== null && number.replace('.', '').replace(/^0+/, '').length > DIGITS) return fail({ at, found: number, expected: `不超过${DIGITS}位的数字` });
      if (number !== null && matchAt(NAME, formula, index + number.length) !== null) return fail({ at, found: formula.slice(index, index + number.length + 10), expected: '运算符；名称不以数字开头' });
      tokens.push({ kind: number === null ? 'name' : 'number', text: word, at });
      index += word.length;
    }
  }
  return ok([...tokens, { kind: 'end', text: '', at: formula.length + 1 }]);
}

/** `<` and `=` beside each other are one mark, as `<` and `>` are. */
function joinedMark(last: Token | undefined, mark: string, at: number): Token | null {
  if (last?.kind !== 'mark' || at !== last.at + 1) return null;
  const text = `${last.text}${mark}`;
  return text === '<=' || text === '>=' || text === '<>' ? { kind: 'mark', text, at: last.at } : null;
}

/** Index behind the closing quote; two quotes inside stand for one. */
function textEnd(formula: string, start: number): number | null {
  for (let index = start + 1; index < formula.length; index += 1) {
    if (formula.charAt(index) !== '"') continue;
    if (formula.charAt(index + 1) !== '"') return index + 1;
    index += 1;
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}
