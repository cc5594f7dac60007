import type { PaneStore } from '../paneStore';
import type { HandOutOptions, Made, TemplateReading, TemplateWork } from './templateWork';

export interface TemplateState {
  /** Null until the workbook was looked at. */
  readonly reading: TemplateReading | null;
  /** The last file that was made, and by which button. */
  readonly made: (Made & { readonly by: 'template' | 'pack' | 'issue' }) | null;
}

/** State of the page 模板方案; the pane runs its work and hands its files out. */
export class TemplateStore {
  private state: TemplateState = { reading: null, made: null };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly pane: PaneStore, private readonly work: TemplateWork) {}

  readonly snapshot = (): TemplateState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async begin(packId: string): Promise<void> {
    await this.pane.laidOutBy('master', (run) => this.work.begin(packId, run));
  }

  async read(): Promise<void> {
    const reading = await this.pane.perform('templates', (run) => this.work.read(run));
    if (reading !== null) this.set({ reading });
  }

  async makeTemplate(options: HandOutOptions): Promise<void> {
    this.took('template', await this.pane.perform('template', (run) => this.work.makeTemplate(options, run)));
  }

  async exportPack(): Promise<void> {
    this.took('pack', await this.pane.perform('templates', (run) => this.work.exportPack(run)));
  }

  async issue(options: HandOutOptions): Promise<void> {
    this.took('issue', await this.pane.perform('issue', (run) => this.work.issue(options, run)));
  }

  private took(by: 'template' | 'pack' | 'issue', made: Made | null): void {
    if (made === null) return;
    if (made.file) this.pane.newFile();
    this.set({ reading: made.reading, made: made.file ? { ...made, by } : null });
  }

  private set(part: Partial<TemplateState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, Promise<TemplateStore>>();

/** The one store of a pane: what was read and made stays while other pages are shown. */
export function templateStoreOf(pane: PaneStore): Promise<TemplateStore> {
  const known = stores.get(pane) ?? pane.templates().then((work) => new TemplateStore(pane, work));
  stores.set(pane, known);
  return known;
}
