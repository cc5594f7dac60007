import { bytesText, statusParts } from '../../../src/workbench/page/statusLine';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [20_480, '20.0 KB'],
  [1_258_291, '1.2 MB'],
])('%d bytes are written as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('the line tells the last run and the sum, or that nothing was asked yet', () => {
  const none = { syncs: 0, bytesSent: 0, bytesReceived: 0 };
  expect(statusParts(none, none)).toEqual(['窗格还没有读写工作簿']);
  expect(statusParts({ syncs: 1, bytesSent: 500, bytesReceived: 2048 }, { syncs: 4, bytesSent: 5000, bytesReceived: 9000 })).toEqual([
    '最近一次读写：1 次同步，发出 500 B，收到 2.0 KB',
    '累计：4 次同步，发出 4.9 KB，收到 8.8 KB',
  ]);
});
