/** Texts Excel takes as they are: they begin with a Chinese character, a letter or a mark that starts no number, date or formula. */
const SAFE_START = /^[\p{Script=Han}A-Za-z（）《》【】“”「」、，。：；！？√×○●☆★…]/u;
/** Texts that Excel reads as truth, time or date although they begin with a letter. */
const TAKEN_START = /^(true|false)$|^[上下]午|^[A-Za-z]{3,9}[ .\-/]*\d/i;

/** Whether Excel would make something else of the text than the text: a formula, a number, a date, a truth value, an error. */
export function needsQuote(text: string): boolean {
  return text !== '' && (!SAFE_START.test(text) || TAKEN_START.test(text));
}
