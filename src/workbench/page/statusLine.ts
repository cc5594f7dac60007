/** What one Excel.run cost on the wire. */
export interface RunCost {
  syncs: number;
  /** Bytes of the requests and of the answers, UTF-8. */
  bytesSent: number;
  bytesReceived: number;
}

/** `940 B`, `12.3 KB`, `1.2 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The parts of the line under the workbook: what the pane last asked of Excel, and everything since the page was loaded. */
export function statusParts(last: RunCost, all: RunCost): string[] {
  if (all.syncs === 0) return ['窗格还没有读写工作簿'];
  const cost = (run: RunCost): string =>
    `${run.syncs} 次同步，发出 ${bytesText(run.bytesSent)}，收到 ${bytesText(run.bytesReceived)}`;
  return [`最近一次读写：${cost(last)}`, `累计：${cost(all)}`];
}
