import { type FUniver } from '@univerjs/core/facade';
import { type Host } from '../host';

/** A press on a cell with a link into the workbook goes there, as in Excel; links to other places stay where they are. */
export function followLinks(api: FUniver, host: Host): void {
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const sheet = worksheet.getSheetName();
    const target = host.book.hyperlink(sheet, worksheet.getRange(row, column).getA1Notation())?.documentReference;
    if (target !== undefined) void host.user.select(sheet, target).catch(() => api.showMessage({ id: 'link', content: '引用无效。', duration: 3_000 }));
  });
}
