/**
 * Every message people read: what, where, what was found, what was expected, what to do, in plain Chinese;
 * the code is small and copyable. Parts that do not apply are left out.
 */
export interface Message {
  /** Short code, e.g. `I09` of a check or `X-AccessDenied` of the host. */
  readonly code: string;
  readonly text: string;
  /** Sheet's tab name and cell, when the message is about one. */
  readonly place?: { readonly sheet: string; readonly address?: string };
  readonly found?: string;
  readonly expected?: string;
  /** What to do, a sentence. */
  readonly remedy: string;
}

/** One line as it is shown and copied. */
export function messageLine(message: Message): string {
  const where = message.place ? `【${message.place.sheet}】${message.place.address ? `（${message.place.address}）` : ''}` : '';
  const found = message.found === undefined ? '' : `填报/现状：${message.found}。`;
  const expected = message.expected === undefined ? '' : `应为：${message.expected}。`;
  return `${where}${message.text}${found}${expected}${message.remedy}（${message.code}）`;
}
