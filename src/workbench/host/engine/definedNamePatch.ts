import { LexerTreeBuilder } from '@univerjs/engine-formula';

/** The private members of Univer's formula lexer that the correction needs (see the contract tests). */
interface NameAwareLexer {
  _handleDefinedName(
    this: NameAwareLexer,
    sequence: string,
    names: { unitId?: string | null; getValueByName(unitId: string, name: string): unknown },
  ): { hasDefinedName: boolean; definedNames: string[] };
  _checkDefinedNameDirty(
    token: string,
    names: { unitId?: string | null; getDirtyDefinedNameMap(): Record<string, Record<string, unknown> | undefined> },
  ): boolean;
  getSequenceNode(sequence: string): readonly (string | { readonly nodeType: number; readonly token: string })[];
}

const FUNCTION_NODE = 3;
const NAME_NODE = 4;
/** Univer's own method, kept on its class. */
const ORIGINAL = Symbol.for('original _handleDefinedName');

/**
 * Univer 0.25.1 forgets which defined names a formula uses when the name points to a range, so that the formula keeps a
 * stale result after the name moves or is re-pointed. The names found in the formula are added to the lexer's answer.
 * Must run before the first formula is parsed; running it again changes nothing.
 */
export function correctDefinedNames(): void {
  const lexer = LexerTreeBuilder.prototype as unknown as NameAwareLexer & { [ORIGINAL]?: NameAwareLexer['_handleDefinedName'] };
  const original = (lexer[ORIGINAL] ??= lexer._handleDefinedName);
  lexer._handleDefinedName = function (sequence, names) {
    const result = original.call(this, sequence, names);
    if (!result.hasDefinedName || names.unitId === undefined || names.unitId === null) return result;
    for (const node of this.getSequenceNode(sequence)) {
      if (typeof node === 'string' || (node.nodeType !== NAME_NODE && node.nodeType !== FUNCTION_NODE)) continue;
      if (names.getValueByName(names.unitId, node.token) && !result.definedNames.includes(node.token)) {
        result.definedNames.push(node.token);
      }
    }
    return result;
  };
  // The same answer as Univer's, without walking through all names for each word of each formula.
  lexer._checkDefinedNameDirty = (token, { unitId, getDirtyDefinedNameMap }) =>
    unitId !== undefined && unitId !== null && Object.hasOwn(getDirtyDefinedNameMap()[unitId] ?? {}, token);
}
