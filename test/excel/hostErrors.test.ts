import { decisionOn, HOST_ERRORS, hostFailure, hostMessage, OWN_ERRORS, type HostErrorCode } from '../../src/excel/hostErrors';
import { refusal, REFUSAL_CODES } from '../../src/excel/refusals';
import { messageLine } from '../../src/values/message';

const codes = Object.keys(HOST_ERRORS) as HostErrorCode[];

test('the 33 documented codes', () => {
  expect(codes).toHaveLength(33);
});

test.each([...codes, ...Object.keys(OWN_ERRORS)] as (HostErrorCode | keyof typeof OWN_ERRORS)[])('%s says what happened and what to do, in Chinese', (code) => {
  const message = hostMessage({ code, raw: code });
  expect(message.text).toMatch(/^[\p{Script=Han}A-Za-z0-9 “”、，（）]+。$/u);
  expect(message.remedy).toMatch(/。$/);
  expect(messageLine(message)).toContain(`（X-${code}）`);
});

test.each(REFUSAL_CODES)('%s names the sheet', (code) => {
  expect(messageLine(refusal(code, '收入'))).toMatch(/^【收入】.+。.+。（W\d\d）$/);
});

test.each<[HostErrorCode, string]>([
  ['InvalidOperationInCellEditMode', 'wait'], ['GeneralException', 'retryOnce'], ['ServiceNotAvailable', 'retryOnce'],
  ['RequestPayloadSizeLimitExceeded', 'halve'], ['ResponsePayloadSizeLimitExceeded', 'halve'], ['ItemNotFound', 'replan'], ['AccessDenied', 'stop'],
])('%s: %s', (code, decision) => {
  expect(decisionOn({ code, raw: code })).toBe(decision);
});

test('an unknown code is kept, a bug is no failure of the host', () => {
  expect(hostFailure({ code: 'SomethingNew', message: 'x' })).toEqual({ code: 'Unknown', raw: 'SomethingNew' });
  expect(hostFailure(new TypeError('bug'))).toBeNull();
});
