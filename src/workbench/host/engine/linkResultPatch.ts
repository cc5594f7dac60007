import type { ICellData, Injector } from '@univerjs/core';
import { IFormulaRuntimeService } from '@univerjs/engine-formula';

/** The private member of Univer's formula runtime that the correction needs (see the contract tests). */
interface ResultMaking {
  _getValueObjectOfRuntimeData(variant: unknown): ICellData;
}

/**
 * Univer 0.25.1 keeps the result of HYPERLINK as rich text and every other result as a value, and clears neither when a formula goes
 * from one to the other, so that both stand in the cell. Every result now clears what the one before it left.
 */
export function correctLinkResults(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as ResultMaking;
  const original = runtime._getValueObjectOfRuntimeData.bind(runtime);
  runtime._getValueObjectOfRuntimeData = (variant) => ({ v: null, p: null, ...original(variant) });
}
