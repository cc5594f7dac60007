import type { Identity, MatrixBlock, MatrixRow, Pack, SelfCheckBlock } from '../pack/pack';

/**
 * 自检表 (forms.md G0) as an ordinary matrix: 序号 | 校验内容 | 左值 | 右值 | 差额 | 结论 | 说明, one row for each identity of the
 * pack's sheets in their order, so that a unit without the add-in sees what does not balance.
 */
export function selfCheckMatrix(pack: Pack, block: SelfCheckBlock): MatrixBlock {
  const identities = pack.sheets.flatMap((sheet) => (sheet.identities ?? []).map((identity) => ({ sheet: sheet.name, identity })));
  return {
    type: 'matrix', id: block.id, name: block.name, rowHeading: '序号',
    columns: [
      { id: 'form', label: '表名', content: 'text', entry: 'given', width: 18 },
      { id: 'subject', label: '校验内容', content: 'text', entry: 'given', width: 46 },
      { id: 'left', label: '左值', content: 'amount', entry: 'computed', width: 14 },
      { id: 'right', label: '右值', content: 'amount', entry: 'computed', width: 14 },
      { id: 'difference', label: '差额', content: 'amount', entry: 'computed', width: 12 },
      { id: 'verdict', label: '结论', content: 'text', entry: 'computed', width: 8 },
      { id: 'note', label: '说明', content: 'longText', entry: 'typed', width: 30, hint: '不平或有尾差的，在这里写明原因。' },
    ],
    rows: identities.map(({ sheet, identity }, index) => selfCheckRow(sheet, identity, index)),
  };
}

function selfCheckRow(sheet: string, identity: Identity, index: number): MatrixRow {
  const content = identity.content ?? 'amount';
  return {
    id: identity.id, label: String(index + 1), name: identity.subject,
    cells: {
      form: { value: sheet },
      subject: { value: identity.subject },
      left: { content, rule: { kind: 'sum', of: identity.left } },
      right: { content, rule: { kind: 'sum', of: identity.right } },
      difference: { content, rule: { kind: 'difference', from: 'left', subtract: ['right'] } },
      verdict: { rule: { kind: 'balanceVerdict', left: 'left', right: 'right', parts: identity.parts } },
    },
  };
}

/** Field id of one side of an identity in the pack's 自检表; without that sheet an id that compiling the form reports as a fault. */
export function selfCheckSide(pack: Pack, identity: Identity, side: 'left' | 'right'): string {
  const block = pack.sheets.flatMap((sheet) => sheet.blocks).find((candidate) => candidate.type === 'selfCheck');
  return `${block?.id ?? '自检表'}.${identity.id}.${side}`;
}
