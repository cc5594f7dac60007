import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { FileOptions } from '../actions/ports';
import { absoluteBlock, blockAddress, quoteSheet } from '../values/address';
import { FONT_NAME, FONT_SIZE, INK } from '../workbook/looks';
import type { Plan, PlannedSheet } from '../workbook/plan';
import { CHINESE_CHARSET } from './cellStyles';
import { styledFormats, withNamedStyles } from './namedCellStyles';
import { PANE_RELATIONSHIP, PANE_TYPES, paneParts } from './paneExtension';
import { escapeXml } from './xmlText';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONSHIPS = '_rels/.rels';

/**
 * Puts into a workbook file what the library lacks: names exactly as planned, print areas, the lock on the workbook's structure,
 * our font as the workbook's own (column widths are counted in it), named cell styles, silence about numbers in text cells, and
 * the parts that open the pane.
 * The same package gives the same bytes. Sheets stand in the plan's order, others behind them.
 */
export function completePackage(packed: Uint8Array, plan: Plan, { opensPane, lock }: Omit<FileOptions, 'created'>): Uint8Array {
  const parts = unzipSync(packed);
  edit(parts, WORKBOOK, (xml) => [...insertions(plan, lock)].reduce((done, [before, insertion]) => insertBefore(done, before, insertion), xml));
  const formats = styledFormats(plan.sheets.map((sheet, index) => ({ sheet, xml: strFromU8(parts[sheetPart(index)] ?? new Uint8Array()) })));
  edit(parts, STYLES, (xml) => withNamedStyles(replaceOnce(xml, /<font>.*?<\/font>/, NORMAL_FONT), formats));
  plan.sheets.forEach((sheet, index) => edit(parts, sheetPart(index), (xml) => insertBefore(xml, '</worksheet>', ignoredErrors(sheet))));
  if (opensPane) {
    edit(parts, CONTENT_TYPES, (xml) => insertBefore(xml, '</Types>', PANE_TYPES));
    edit(parts, ROOT_RELATIONSHIPS, (xml) => insertBefore(xml, '</Relationships>', PANE_RELATIONSHIP));
    for (const [path, xml] of Object.entries(paneParts(opensPane))) parts[path] = strToU8(xml);
  }
  const files: Zippable = Object.fromEntries(Object.entries(parts).filter(([path]) => !path.endsWith('/')));
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

const NORMAL_FONT = `<font><sz val="${FONT_SIZE}"/><color rgb="FF${INK.slice(1)}"/><name val="${FONT_NAME}"/><family val="2"/><charset val="${CHINESE_CHARSET}"/></font>`;

function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** New elements of the workbook part and what they stand before. */
function insertions(plan: Plan, lock: FileOptions['lock']): ReadonlyMap<string, string> {
  const locked = lock ? ` workbookAlgorithmName="${lock.algorithmName}" workbookHashValue="${lock.hashValue}" workbookSaltValue="${lock.saltValue}" workbookSpinCount="${lock.spinCount}"` : '';
  return new Map([
    ...(plan.structureLocked ? [['<bookViews>', `<workbookProtection lockStructure="1"${locked}/>`] as const] : []),
    ['<calcPr', `<definedNames>${names(plan).join('')}</definedNames>`],
  ]);
}

function names(plan: Plan): readonly string[] {
  const tabs = new Map(plan.sheets.map((sheet) => [sheet.id, quoteSheet(sheet.name)]));
  return [
    ...plan.names.map(({ name, sheet, block }) => definedName(`name="${escapeXml(name)}"`, `${tabs.get(sheet) ?? ''}!${absoluteBlock(block)}`)),
    ...plan.sheets.flatMap((sheet, index) => {
      const { area, titleRows } = sheet.print;
      const tab = quoteSheet(sheet.name);
      return [
        definedName(`name="_xlnm.Print_Area" localSheetId="${index}"`, `${tab}!${absoluteBlock(area)}`),
        ...(titleRows ? [definedName(`name="_xlnm.Print_Titles" localSheetId="${index}"`, `${tab}!$${titleRows.first + 1}:$${titleRows.last + 1}`)] : []),
      ];
    }),
  ];
}

function definedName(attributes: string, reference: string): string {
  return `<definedName ${attributes}>${escapeXml(reference)}</definedName>`;
}

/** Excel would mark numbers typed as text, and formulas that differ from their neighbours as they do in an official form. */
function ignoredErrors(sheet: PlannedSheet): string {
  const whole = blockAddress({ row: 0, column: 0, rowCount: sheet.rowCount, columnCount: sheet.columnCount });
  return `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1" formula="1" formulaRange="1" twoDigitTextYear="1"/></ignoredErrors>`;
}

function edit(parts: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const part = parts[path];
  if (!part) throw new Error(`the package has no ${path}`);
  parts[path] = strToU8(change(strFromU8(part)));
}

function insertBefore(xml: string, before: string, insertion: string): string {
  const at = xml.indexOf(before);
  if (at < 0) throw new Error(`no ${before} to stand behind`);
  return xml.slice(0, at) + insertion + xml.slice(at);
}

function replaceOnce(xml: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(xml)) throw new Error(`nothing matches ${pattern.source}`);
  return xml.replace(pattern, () => replacement);
}
