import unit from '../../assets/packs/quxian-2023/report/1-unit.liquid';
import accounts from '../../assets/packs/quxian-2023/report/2-accounts.liquid';
import performance from '../../assets/packs/quxian-2023/report/3-performance.liquid';
import conclusion from '../../assets/packs/quxian-2023/report/4-conclusion.liquid';

/** Report templates of the pack quxian-2023, by file name. */
export const quxian2023Templates: Readonly<Record<string, string>> = {
  '1-unit.liquid': unit,
  '2-accounts.liquid': accounts,
  '3-performance.liquid': performance,
  '4-conclusion.liquid': conclusion,
};
