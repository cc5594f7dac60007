import { checkSnapshot } from '../../src/actions/checkSnapshot';
import { openFile } from '../../src/actions/openFile';
import { ownVerdictOf } from '../../src/evaluation/selfCheck';
import { EXPECTED, filledFile, handedOut, RULE, shownIn } from '../cases/bureausChange';
import { opened, value } from '../files/builtFile';
import { withoutResults } from './libreOffice/recalculation';
import { savedByLibreOffice } from './libreOffice/soffice';

test('a bureau’s weights, its new indicator and its own rule are at work in each unit’s workbook without the add-in', async () => {
  const { pack, files } = await handedOut();
  const filled = new Map<string, Uint8Array>();
  for (const [index, file] of files.entries()) filled.set(`unit${index + 1}`, withoutResults(await filledFile(file)));
  const saved = savedByLibreOffice(filled);
  expect(saved.size).toBe(3);
  for (const bytes of saved.values()) {
    const workbook = value(await openFile(opened(bytes)));
    const [rule] = pack.rules ?? [];
    const verdict = rule && ownVerdictOf(workbook.pack.form.pack, rule);
    // LibreOffice alone calculated these.
    expect(shownIn(workbook, verdict ?? '')).toEqual(EXPECTED);
    const checked = value(await checkSnapshot(workbook.pack.form, workbook.pack.plan, workbook.snapshot));
    expect(checked.findings.filter(({ code }) => code === RULE || code === 'V30').map(({ code, level }) => `${code} ${level}`)).toEqual([`${RULE} error`]);
  }
}, 900_000);
