import { packChecks, standingChecks } from '../../src/check/catalogue';
import { subjectNames, subjectOf } from '../../src/check/subjects';

test('every check of the catalogue and every own rule is about something that has a name', () => {
  const codes = [...packChecks.keys(), ...standingChecks.map(({ code }) => code), 'U01'];
  expect(codes.filter((code) => subjectOf(code) === '其他')).toEqual([]);
  expect(new Set(codes.map(subjectOf)).size).toBe(subjectNames.length - 1);
  expect(subjectOf('X01')).toBe('其他');
});
