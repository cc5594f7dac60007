const MEGABYTE = 1024 * 1024;

/** How much of a file is read at most. A full workbook of 300 indicators and 60 projects is below a tenth of each. */
export const LIMITS = {
  /** Bytes of the file. */
  file: 50 * MEGABYTE,
  /** Entries of the zip. */
  entries: 2_000,
  /** Bytes of a part, as declared and as counted. */
  part: 64 * MEGABYTE,
  /** Bytes of all parts, as declared. */
  allParts: 256 * MEGABYTE,
  /** Inflated size over packed size, of parts above `ratioFrom`. */
  ratio: 200,
  ratioFrom: MEGABYTE,
  /** Elements inside each other. */
  depth: 64,
  /** Characters of a report, as UTF-16 units; a report of a hundred pages is below a hundredth. */
  documentText: 10 * MEGABYTE,
  sharedStrings: 200_000,
  /** Excel itself allows 65,490. */
  cellStyles: 65_536,
  sheets: 1_000,
  names: 50_000,
  /** Rows and columns read beyond those planned, for what people inserted. */
  moreRows: 2_000,
  moreColumns: 100,
  /** Rows and columns of the store. */
  storeRows: 64,
  storeColumns: 1_000,
} as const;
