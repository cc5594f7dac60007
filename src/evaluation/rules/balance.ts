import { type Decimal, decimal } from '../../values/decimal';
import type { Parameters } from './rule';

/**
 * TAIL(n): a total of n numbers, each rounded once to 0.01 万元, may differ from their sum by strictly less than 0.005×(n+1).
 * @returns the first difference that is no longer a 尾差
 */
export function tailLimit(parameters: Parameters): Decimal {
  const parts = parameters['parts'];
  return decimal('0.005').times((typeof parts === 'number' ? parts : 1) + 1);
}

/** JSON Schema of `parts`: how many typed numbers were rounded. */
export const PARTS_SCHEMA: object = { type: 'integer', minimum: 1 };
