import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const seeds = resolve(__dirname, '../../../shared/seeds');

/** A published report, which stands beside the repository; null, with a note, where it does not: what needs it is skipped then. */
export function publishedText(file: string): string | null {
  const path = resolve(seeds, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.log(`未运行：没有公开报告原文 ${path}，需要原文的校对、对照都跳过。`);
  return null;
}
