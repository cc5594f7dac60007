import { type Decimal, ZERO, decimal } from '../../values/decimal';
import type { Parameters } from './rule';

/** From a value on, a share of the points; both decimal text. */
export interface Band {
  readonly from: string;
  readonly share: string;
}

/** JSON Schema of `bands`, highest first. */
export const BANDS_SCHEMA: object = {
  type: 'array',
  items: {
    type: 'object',
    required: ['from', 'share'],
    additionalProperties: false,
    properties: { from: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' }, share: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' } },
  },
};

export function bandsOf(parameters: Parameters): readonly Band[] {
  const bands = parameters['bands'];
  return Array.isArray(bands) ? (bands as readonly Band[]) : [];
}

/** Share of the first band reached; below all of them nothing. */
export function bandShare(value: Decimal, bands: readonly Band[]): Decimal {
  const band = bands.find(({ from }) => value.gte(from));
  return band ? decimal(band.share) : ZERO;
}

export function bandShareFormula(value: string, bands: readonly Band[]): string {
  return bands.reduceRight((rest, { from, share }) => `IF(${value}>=${from},${share},${rest})`, '0');
}
