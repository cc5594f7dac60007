/** What it costs to take lines of a plan and lines found for each other; whole numbers, so that equal costs are equal. */
export interface AlignmentCosts {
  /** The planned line is not there any more. */
  missing(planned: number): number;
  /** The found line is none of the plan's. */
  extra(found: number): number;
  same(planned: number, found: number): number;
}

/** For each planned line the found one, or null when it is missing. */
export type Matched = readonly (number | null)[];

/**
 * The cheapest way to match planned lines with found ones without changing their order. Where several cost the same, `last` has the
 * last lines missing or extra, `first` the first ones: what the two tell differently is not certain.
 */
export function align(planned: number, found: number, costs: AlignmentCosts): { readonly last: Matched; readonly first: Matched } {
  const width = found + 1;
  const totals = new Float64Array((planned + 1) * width);
  const total = (p: number, f: number): number => totals[p * width + f] ?? 0;
  for (let f = 1; f <= found; f += 1) totals[f] = total(0, f - 1) + costs.extra(f - 1);
  for (let p = 1; p <= planned; p += 1) {
    totals[p * width] = total(p - 1, 0) + costs.missing(p - 1);
    for (let f = 1; f <= found; f += 1) {
      totals[p * width + f] = Math.min(total(p - 1, f) + costs.missing(p - 1), total(p, f - 1) + costs.extra(f - 1), total(p - 1, f - 1) + costs.same(p - 1, f - 1));
    }
  }
  const path = (gapsFirst: boolean): Matched => {
    const matched = Array.from({ length: planned }, (): number | null => null);
    for (let p = planned, f = found; p > 0;) {
      const here = total(p, f);
      const isSame = f > 0 && here === total(p - 1, f - 1) + costs.same(p - 1, f - 1);
      const isMissing = here === total(p - 1, f) + costs.missing(p - 1);
      if (isSame && (!gapsFirst || !(isMissing || here === total(p, f - 1) + costs.extra(f - 1)))) {
        matched[p - 1] = f - 1;
        p -= 1;
        f -= 1;
      } else if (isMissing) p -= 1;
      else f -= 1;
    }
    return matched;
  };
  return { last: path(true), first: path(false) };
}
