import { InterceptorEffectEnum, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { shownText } from '../host/engine/numberFormat';

/** Draws texts by the part of their number format that is meant for texts, as Excel does; Univer formats numbers alone. */
export function drawTextSections(univer: Univer): void {
  univer.__getInjector().get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook }, next) => {
      const pattern = workbook.getStyles().get(cell?.s)?.n?.pattern;
      if (typeof cell?.v !== 'string' || pattern === undefined) return next(cell);
      const text = shownText(cell.v, pattern);
      return next(text === cell.v ? cell : { ...cell, v: text });
    },
  });
}
