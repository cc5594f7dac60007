import type { FileFault } from './fileFaults';
import type { PartReader, XmlElement } from './xml';
import type { ZipEntries, ZipEntry } from './zip';

export interface Relationship {
  readonly id: string;
  /** Last word of its type, the same in transitional and strict files: worksheet, sharedStrings, styles. */
  readonly type: string;
  /** Part name in small letters; null for what lies outside the file. */
  readonly part: string | null;
}

/** The parts a part refers to. Targets are relative to its folder, or absolute in the file; nothing outside is ever followed. */
export class Relationships implements PartReader {
  readonly all: Relationship[] = [];
  readonly fault: FileFault | null = null;

  /** @param folder of the part, e.g. `xl`; blank for the file itself. */
  constructor(private readonly folder: string) {}

  open(element: XmlElement): void {
    if (element.name !== 'Relationship') return;
    const external = element.attribute('TargetMode') === 'External';
    this.all.push({
      id: element.attribute('Id') ?? '', type: (element.attribute('Type') ?? '').split('/').at(-1) ?? '',
      part: external ? null : partName(this.folder, element.attribute('Target') ?? ''),
    });
  }

  text(): void {
    // Everything stands in attributes.
  }

  close(): void {
    // Elements are not nested.
  }

  /** The first part of a type. */
  ofType(type: string): string | null {
    return this.all.find((each) => each.type === type)?.part ?? null;
  }
}

/** Where the relationships of a part are kept. */
export function relationshipsEntry(entries: ZipEntries, part: string): ZipEntry | undefined {
  const cut = part.lastIndexOf('/') + 1;
  return entries.get(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
}

export function folderOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf('/')));
}

function partName(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/').toLowerCase();
}

/** The part of a name; targets are addresses, in which some programs write a blank or a Chinese letter as %20 and others do not. */
export function partOf(entries: ZipEntries, name: string): ZipEntry | undefined {
  const found = entries.get(name);
  if (found || !name.includes('%')) return found;
  try {
    return entries.get(decodeURIComponent(name).toLowerCase());
  } catch {
    return undefined;
  }
}
