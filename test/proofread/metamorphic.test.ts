import fc from 'fast-check';
import { proofread } from '../../src/proofread/proofread';
import { decimal } from '../../src/values/decimal';
import { runs } from '../cases/runs';
import { seed } from '../cases/seed';
import { CONSISTENT, ownText } from './ownTexts';
import { differsBy, newFindings, plainDigits, spotsOf, typedOver, withOtherDigit } from './mutation';

/** Amounts that at least one total, share, rate or repetition in the text holds fast. */
const HELD: Readonly<Record<string, RegExp>> = {
  finalAccounts: /^(?:本年收入合计|财政拨款收入|事业收入|本年支出合计|基本支出|项目支出|人员经费|公用经费|因公出国|公务接待费支出|政府采购货物)/,
  yuanAmounts: /^(?:事业编制|工勤编制|2021年全年支出|基本支出|项目支出|人员经费|公用经费|全年预算|年中追加)/,
  ocrSpaces: /^(?:其中行政|事业编制|2022年年初|年中调整|调整后|2022年决算|结转结余$|基本支出|项目支出|防汛|森林)/,
  countyPlain: /^(?:2020年部门收入|一般公共|政府性基金|2020年部门支出|基本支出|项目支出)/,
  multiUnit: /^(?:2023年度收入合计|财政拨款收入|事业收入|其他收入|2023年度支出合计|基本支出|项目支出)$/,
  provincial: /^(?:2023年部门整体支出|实际支出|基本支出|项目支出|实际采购|政府采购预算)/,
};

test(`one figure changed at random, in a text in which everything agreed: found, and quoted (seed ${seed})`, () => {
  const held = Object.entries(HELD).flatMap(([name, words]) => spotsOf(ownText(name)).filter(({ mention }) => !mention.figure.loose && words.test(mention.label) && mention.section.project === null).map((spot) => ({ name, spot })));
  expect(held.length).toBeGreaterThan(50);
  fc.assert(fc.property(fc.constantFrom(...held), fc.nat(20), fc.nat(8), ({ name, spot }, place, shift) => {
    const text = ownText(name);
    const digits = withOtherDigit(spot.digits, place, shift);
    // Smaller changes may stay within the rounding of a share or a rate.
    fc.pre(differsBy(spot.digits, digits, '0.03'));
    const found = newFindings(text, typedOver(text, spot, digits), spot);
    expect(found.map(({ code }) => code)).not.toEqual([]);
  }), { seed, numRuns: runs(200) });
});

test(`all amounts of a consistent text times the same whole number: still silent (seed ${seed})`, () => {
  fc.assert(fc.property(fc.constantFrom(...CONSISTENT.filter((name) => !['pastedForm', 'projectReport', 'overview', 'financeBureau'].includes(name))), fc.integer({ min: 2, max: 9 }), (name, factor) => {
    const text = ownText(name);
    const scaled = [...spotsOf(text)].reverse().filter(({ mention }) => mention.figure.kind === 'amount' && !/户均/.test(mention.label)).reduce((changed, spot) => {
      const plain = plainDigits(spot.digits);
      return typedOver(changed, spot, decimal(plain).times(factor).toFixed(plain.split('.')[1]?.length ?? 0));
    }, text);
    const before = proofread(text).findings.filter(({ level }) => level !== 'hint').length;
    expect(proofread(scaled).findings.filter(({ level }) => level !== 'hint').map(({ message }) => message)).toHaveLength(before);
  }), { seed, numRuns: runs(60) });
});

test('the layout of the text does not matter: blanks before units, full-width figures, traditional characters', () => {
  const text = '2022年年初预算310万元，年中追加45.5万元，调整后预算365.5万元。部门决算支出355.5万元，其中：基本支出200.5万元，占56.4%；项目支出150万元，占42.19%。';
  const codes = (variant: string): readonly string[] => proofread(variant).findings.map(({ code, level }) => `${code} ${level}`).sort();
  const plain = codes(text);
  expect(plain).toContain('F10 error');
  expect(plain).toContain('F02 error');
  expect(codes(text.replaceAll(/(?=[万年%])/g, ' '))).toEqual(plain);
  expect(codes(text.replaceAll(/[0-9.%,:]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)))).toEqual(plain);
  expect(codes(text.replaceAll('预算', '預算').replaceAll('万', '萬').replaceAll('决', '決').replaceAll('项', '項').replaceAll('调', '調').replaceAll('后', '後').replaceAll('门', '門').replaceAll('占', '佔'))).toEqual(plain);
});
