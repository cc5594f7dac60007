import type { Form } from './form';

/** Fields of a pack that say who the unit is and which year is evaluated; a pack may do without. */
export const UNIT_FIELDS = { name: 'profile.fullName', code: 'profile.unitCode', year: 'profile.year' } as const;

/** The forms were handed out to one unit: its name is given. */
export function isHandedOut(form: Form): boolean {
  return form.fields.get(UNIT_FIELDS.name)?.form.value !== undefined;
}
