import type { Proofreader } from '../actions/ports';
import type { ProofReport } from '../proofread/findings';
import { proofOrder } from './proofOrder';

/** Proofreads in a thread of its own, so that the pane answers meanwhile; cancelling ends the thread. */
export const proofreadInWorker: Proofreader = (text, facts, signal) => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./proofreadWorker.ts', import.meta.url));
  const end = (): void => {
    worker.terminate();
    signal.removeEventListener('abort', cancel);
  };
  const cancel = (): void => {
    end();
    resolve(null);
  };
  signal.addEventListener('abort', cancel);
  worker.addEventListener('message', ({ data }: MessageEvent<ProofReport>) => {
    end();
    resolve(data);
  });
  worker.addEventListener('error', (event) => {
    end();
    reject(new Error(event.message));
  });
  worker.postMessage(proofOrder(text, facts));
});
