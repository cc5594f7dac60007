/** Fields of a pack that say who the unit is and which year is evaluated; a pack may do without. */
export const UNIT_FIELDS = { name: 'profile.fullName', code: 'profile.unitCode', year: 'profile.year' } as const;
