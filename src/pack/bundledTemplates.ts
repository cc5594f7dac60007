/** Report templates of the pack quxian-2023, by file name. */
export const quxian2023Templates: Readonly<Record<string, string>> = {};
