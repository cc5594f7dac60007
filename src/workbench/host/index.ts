import type { Univer } from '@univerjs/core';
import { createHeadlessUniver } from './engine/createUniver';
import { correctDefinedNames } from './engine/definedNamePatch';
import { quietConsole } from './engine/quietConsole';
import { Host, type HostOptions } from './host';

export type { BookView } from './bookView';
export type { Counters, Sync, Tally } from './counters';
export type { Fault, Faults } from './faults';
export { Host, type HostOptions } from './host';
export type { OfficeTheme } from './officeContext';
export { paneLinkOf } from './paneLink';
export type { User } from './user';

export interface HeadlessOptions extends HostOptions {
  /** Names of the sheets of the new workbook; default one sheet `Sheet1`, as Excel makes it. */
  readonly sheets?: readonly string[];
}

/** Excel without a screen: a new workbook that an Office.js client can work on. */
export async function createHost(options: HeadlessOptions = {}): Promise<Host> {
  const host = new Host(createHeadlessUniver(options.sheets ?? ['Sheet1']), { ...options, screen: false });
  await host.idle();
  return host;
}

/** Excel on a page: plays on the workbook that a Univer instance already shows. */
export function adoptHost(univer: Univer, options: HostOptions = {}): Host {
  correctDefinedNames();
  quietConsole();
  return new Host(univer, { ...options, screen: true });
}
