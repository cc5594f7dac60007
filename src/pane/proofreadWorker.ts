import { proofread } from '../proofread/proofread';
import { factsOf, type ProofOrder } from './proofOrder';

/** Runs in a thread of its own: a report of many pages would stop the pane for seconds. */
addEventListener('message', ({ data }: MessageEvent<ProofOrder>) => postMessage(proofread(data.text, factsOf(data))));
