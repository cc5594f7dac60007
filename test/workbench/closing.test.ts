// A workbook that is closed leaves nothing behind that could disturb what comes after it in the same process.
import { createHost } from '../../src/workbench/host';

/** More formulas than Univer calculates without a pause. */
const FORMULAS = Array.from({ length: 3000 }, (_, i) => [i === 0 ? '1' : `=A${i}+1`]);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('closing in the middle of a calculation lets it end: no timer of Univer throws later', async () => {
  const host = await createHost();
  let pasted = false;
  void host.user.paste('Sheet1', 'A1', FORMULAS).then(() => { pasted = true; });
  await pause(5);
  await host.dispose();
  // Jest fails the test that runs when something is thrown in the process; Univer's timer takes one second.
  await pause(1_500);
  expect(pasted).toBe(true);
});
