import type { ProofDocument } from './document';
import type { FigureFinding } from './proofContext';
import { checkTableColumns } from './tableColumns';
import { checkTableSums } from './tableSums';
import { tablesIn } from './tables';

/**
 * Totals and computed columns of tables pasted as text. Nothing is reckoned with a total that is wrong itself, and a cell its own row
 * shows to be wrong is reason enough for a total that does not add up.
 */
export function checkTables(document: ProofDocument): readonly FigureFinding[] {
  return tablesIn(document).flatMap((table) => {
    const sums = checkTableSums(document, table);
    const columns = checkTableColumns(document, table, new Set(sums.map(({ total }) => total.cell)));
    const wrong = new Set(columns.map(({ stated }) => stated));
    return [...sums.filter(({ parts }) => !parts.some((part) => wrong.has(part))), ...columns].map(({ finding }) => finding);
  });
}
