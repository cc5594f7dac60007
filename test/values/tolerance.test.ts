import { agreementOfRate, agreementOfTotal, equalAsShown } from '../../src/values/tolerance';
import { decimal } from '../../src/values/decimal';

// domain.md §8: strictly below 0.005×(n+1); 1 part: 0, 2: 0.01, 3: 0.01, 4–5: 0.02.
test.each([
  ['227.39', '227.39', 2, 'equal'],
  ['477.72', '477.71', 2, 'tail'],
  ['477.72', '477.70', 2, 'off'],
  ['100.00', '100.01', 1, 'off'],
  ['100.01', '100.00', 3, 'tail'],
  ['100.02', '100.00', 3, 'off'],
  ['100.02', '100.00', 4, 'tail'],
  ['100.02', '100.00', 5, 'tail'],
  ['100.03', '100.00', 5, 'off'],
  ['300.1', '300.0', 2, 'off'],
])('a total of %s against %s from %i parts is %s', (stated, computed, parts, expected) => {
  expect(agreementOfTotal(decimal(stated), decimal(computed), parts)).toBe(expected);
});

const basic = decimal('101.55').div('227.39');
const project = decimal('125.84').div('227.39');
test.each([
  ['44.66% half-up', '0.4466', basic, 'equal'],
  ['44.65% cut', '0.4465', basic, 'truncated'],
  ['55.35% plugged', '0.5535', project, 'oneUnit'],
  ['44.7% at one decimal', '0.447', basic, 'equal'],
  ['45% without decimals', '0.45', basic, 'equal'],
  ['44% cut without decimals', '0.44', basic, 'truncated'],
  ['42% wrong', '0.42', basic, 'off'],
  ['100% for 95.01%', '1', decimal('216.04').div('227.39'), 'off'],
  ['unrounded', basic, basic, 'equal'],
  ['0% of 0', '0', decimal('0'), 'equal'],
])('%s', (_what, stated, exact, expected) => {
  expect(agreementOfRate(decimal(stated), exact)).toBe(expected);
});

test.each([
  ['300.1', '300.10', true],
  ['177.62', '177.61', false],
  ['0.1', '0.10000000000000001', true],
])('%s and %s equal as shown: %s', (one, other, expected) => {
  expect(equalAsShown(decimal(one), decimal(other))).toBe(expected);
});
