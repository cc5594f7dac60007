import { type FUniver } from '@univerjs/core/facade';

/** A sheet knows what is in view only after it was drawn. */
const UNTIL_DRAWN = 300;

/** Brings a cell into view that was selected by the add-in, as Excel does; a person's own selection is in view already. */
export function keepSelectionInView(api: FUniver): void {
  let waiting = 0;
  api.addEvent(api.Event.SelectionChanged, ({ selections }) => {
    const range = selections.at(-1);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (range) api.syncExecuteCommand('sheet.operation.scroll-to-range', { range });
    }, UNTIL_DRAWN);
  });
}
