import fc from 'fast-check';
import { compactJson } from '../../src/values/compactJson';
import { seed } from '../cases/seed';

test('blanks between the parts go, all else stays as it is written', () => {
  expect(compactJson('{ "a b" : [ 1.50 , "\\" { x } \\\\" ] ,\r\n\t"丙" : "　" }\n')).toBe('{"a b":[1.50,"\\" { x } \\\\"],"丙":"　"}');
});

test(`any value reads the same from its compact text (seed ${seed})`, () => {
  fc.assert(fc.property(fc.json(), fc.nat({ max: 4 }), (text, indent) => {
    const value: unknown = JSON.parse(text);
    expect(compactJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value));
  }), { seed, numRuns: 300 });
});
