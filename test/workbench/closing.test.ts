// A workbook that is closed leaves nothing behind that could disturb what comes after it in the same process.
import { ICommandService } from '@univerjs/core';
import { FormulaExecuteStageType, SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { createHost } from '../../src/workbench/host';
import { Calculation } from '../../src/workbench/host/engine/calculation';
import { createHeadlessUniver } from '../../src/workbench/host/engine/createUniver';

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

test('calculations that Univer counted twice leave no timer behind', async () => {
  const univer = createHeadlessUniver(['Sheet1']);
  const calculation = new Calculation(univer);
  await calculation.flush();
  const begun = { stageInfo: { stage: FormulaExecuteStageType.START } };
  for (let time = 0; time < 2; time += 1) univer.__getInjector().get(ICommandService).syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, begun);
  await calculation.close();
  univer.dispose();
  await pause(1_500);
});
