/** Longest unit name in a file name, in characters; the whole name stays below 255 bytes. */
const LONGEST_NAME = 40;
const LONGEST_CODE = 24;

export interface HandInName {
  readonly unitCode: string;
  readonly unitName: string;
  readonly year: string;
  readonly edition: number;
}

/** 单位编码-单位名称-年度-部门绩效自评-第N版.xlsx, safe on Windows, Mac and servers whatever the cells hold. */
export function handInFileName({ unitCode, unitName, year, edition }: HandInName): string {
  const parts = [safePart(unitCode, LONGEST_CODE), safePart(unitName, LONGEST_NAME), safePart(year, 8), '部门绩效自评', `第${edition}版`];
  return `${parts.filter((part) => part !== '').join('-')}.xlsx`;
}

/** What a template's file name is made of. */
export type TemplateName = Omit<HandInName, 'edition'>;

/**
 * 单位编码-单位名称-年度-部门绩效自评.xlsx of each unit, safe as above and no two alike, not even on systems that do not tell upper
 * from lower case: （2） and so on tell them apart.
 */
export function templateFileNames(units: readonly TemplateName[]): readonly string[] {
  const taken = new Set<string>();
  return units.map(({ unitCode, unitName, year }) => {
    const stem = [safePart(unitCode, LONGEST_CODE), safePart(unitName, LONGEST_NAME), safePart(year, 8), '部门绩效自评'].filter((part) => part !== '').join('-');
    let name = stem;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}（${number}）`;
    taken.add(name.toLowerCase());
    return `${name}.xlsx`;
  });
}

/**
 * One part of a file name. Control, direction and other invisible characters drop out; what a path or a system forbids becomes _;
 * blanks and dots at the ends go, because Windows drops them without a word.
 */
export function safePart(text: string, longest: number): string {
  const visible = text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, '').replaceAll(/\p{Zs}+/gu, ' ');
  const allowed = visible.replaceAll(/[\\/:*?"<>|]/g, '_');
  return [...allowed].slice(0, longest).join('').replaceAll(/^[\s.]+|[\s.]+$/g, '');
}
