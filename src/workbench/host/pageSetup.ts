import { type Area, type Move, rebase } from './grid';

export interface HeaderFooter {
  LeftHeader: string;
  CenterHeader: string;
  RightHeader: string;
  LeftFooter: string;
  CenterFooter: string;
  RightFooter: string;
}

export type HeaderFooterPages = 'DefaultForAllPages' | 'EvenPages' | 'FirstPage' | 'OddPages';

/** How a sheet prints. Margins in points, paper and orientation in Office.js's words. */
export interface PageSetup {
  readonly values: Record<string, string | number | boolean | null>;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  printArea: Area[];
  titleRows: Area | null;
  titleColumns: Area | null;
  readonly headersFooters: Record<HeaderFooterPages, HeaderFooter>;
  headerFooterState: string;
  rebase(move: Move): void;
}

const blank = (): HeaderFooter => ({
  LeftHeader: '', CenterHeader: '', RightHeader: '', LeftFooter: '', CenterFooter: '', RightFooter: '',
});

/** Excel's page set-up of a new sheet. */
export function newPageSetup(): PageSetup {
  return {
    values: {
      Orientation: 'Portrait',
      PaperSize: 'A4',
      BlackAndWhite: false,
      PrintErrors: 'AsDisplayed',
      CenterHorizontally: false,
      CenterVertically: false,
      PrintHeadings: false,
      PrintGridlines: false,
      LeftMargin: 50.4,
      RightMargin: 50.4,
      TopMargin: 54,
      BottomMargin: 54,
      HeaderMargin: 21.6,
      FooterMargin: 21.6,
      PrintComments: 'NoComments',
      DraftMode: false,
      FirstPageNumber: '',
      PrintOrder: 'DownThenOver',
    },
    zoom: { scale: 100 },
    printArea: [],
    titleRows: null,
    titleColumns: null,
    headersFooters: { DefaultForAllPages: blank(), EvenPages: blank(), FirstPage: blank(), OddPages: blank() },
    headerFooterState: 'Default',
    rebase(move) {
      this.printArea = this.printArea.flatMap((area) => rebase(area, move) ?? []);
      this.titleRows = this.titleRows && rebase(this.titleRows, move);
      this.titleColumns = this.titleColumns && rebase(this.titleColumns, move);
    },
  };
}
