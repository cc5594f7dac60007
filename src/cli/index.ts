import { run } from './run';
import { processTerminal } from './terminal';
import { FAILED } from './verb';

// A reader that closes early, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

run(process.argv.slice(2), processTerminal()).then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(`程序出错，没有完成。请把下面的内容告诉开发者。\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    process.exitCode = FAILED;
  },
);
