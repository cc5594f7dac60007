import type { Fund, Role } from './subject';

/** What makes two figures the same figure: metric, stage, year, 总计 or not, money. */
export interface MetricParts {
  readonly metric: string;
  readonly role: Role;
  readonly year: number | null;
  readonly total: string;
  readonly fund: Fund | null;
}

/** Spending as a whole goes by many names (整体支出, 决算数, 全年预算数); the budget of income is the budget of spending. */
export function wholeMetric(metric: string, role: Role): string {
  return metric === '' || metric === 'expenditure' || (metric === 'income' && (role === 'initial' || role === 'adjusted')) ? 'total' : metric;
}

/** One text for one figure; 收入总计 holds carry-overs and is another figure than 收入合计. */
export function metricKey({ metric, role, year, total, fund }: MetricParts): string {
  const whole = wholeMetric(metric, role);
  return [whole, role, year, total === '总计' && whole !== 'total' ? '总计' : '', fund].join('|');
}
