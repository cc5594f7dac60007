/** Sheets of a batch by name: one that was just added or asked for need not be asked for again. A workbook object belongs to one batch. */
const known = new WeakMap<Excel.Workbook, Map<string, Excel.Worksheet>>();

/** The sheet of this name. */
export function worksheetOf(workbook: Excel.Workbook, name: string): Excel.Worksheet {
  return remembered(workbook).get(name) ?? remember(workbook, name, workbook.worksheets.getItem(name));
}

/** Adds a sheet behind the others. */
export function addWorksheet(workbook: Excel.Workbook, name: string): Excel.Worksheet {
  return remember(workbook, name, workbook.worksheets.add(name));
}

/** Adds a sheet like another behind a third. */
export function copyWorksheet(workbook: Excel.Workbook, name: string, like: Excel.Worksheet, after: Excel.Worksheet): Excel.Worksheet {
  const sheet = like.copy(Excel.WorksheetPositionType.after, after);
  sheet.name = name;
  return remember(workbook, name, sheet);
}

function remember(workbook: Excel.Workbook, name: string, sheet: Excel.Worksheet): Excel.Worksheet {
  remembered(workbook).set(name, sheet);
  return sheet;
}

function remembered(workbook: Excel.Workbook): Map<string, Excel.Worksheet> {
  const sheets = known.get(workbook) ?? new Map<string, Excel.Worksheet>();
  known.set(workbook, sheets);
  return sheets;
}
