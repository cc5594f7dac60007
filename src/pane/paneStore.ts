import type { MadeFile, Run } from '../actions/ports';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type {
  Assistant, CheckOutcome, Following, HandInOutcome, LayOutOrder, LayOutOutcome, LiveReading, Place, ProofOutcome, ProofSource, RepairOutcome, ReportOutcome, WorkbookState,
} from './assistant';
import { everything, viewed, type FindingView } from './findingView';
import { sameEntries } from './sameEntries';
import { activityTitles, announcements, unexpected } from './texts';

export type Page = 'start' | 'fill' | 'check' | 'report' | 'proofread' | 'handIn' | 'templates' | 'help';
export type ActivityName = 'open' | 'layOut' | 'addSheet' | 'sample' | 'resume' | 'restore' | 'check' | 'repair' | 'explain' | 'report' | 'proofread' | 'handIn' | 'openCopy' | 'master' | 'templates' | 'template' | 'issue';

/** A made file on its way to the person; only the person can tell that it arrived. */
export type Delivery = { readonly state: 'made' | 'offered' | 'seen' } | { readonly state: 'missed'; readonly address: string };

/** The one piece of work that runs. */
export interface Activity {
  readonly name: ActivityName;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly what: string;
  readonly waiting: string | null;
  readonly cancelling: boolean;
}

export interface ShownMessage extends Message {
  readonly id: number;
}

export interface PaneState {
  readonly page: Page;
  /** Null until the workbook was read once. */
  readonly workbook: WorkbookState | null;
  readonly activity: Activity | null;
  readonly messages: readonly ShownMessage[];
  /** Read out by screen readers: begin, wait and end of work. */
  readonly announcement: string;
  readonly live: LiveReading | null;
  readonly laidOut: LayOutOutcome | null;
  /** Title of the step that was taken back. */
  readonly restored: string | null;
  readonly checked: CheckOutcome | null;
  /** How the findings are shown, from check to check. */
  readonly findingView: FindingView;
  /** What was put right before the last check. */
  readonly repaired: RepairOutcome | null;
  readonly report: ReportOutcome | null;
  /** Cells changed since the check: its findings may be old. */
  readonly changedSinceCheck: boolean;
  readonly proof: ProofOutcome | null;
  /** Cells changed since the text was compared with them. */
  readonly changedSinceProof: boolean;
  readonly handIn: HandInOutcome | null;
  readonly delivery: Delivery;
  /** Cells changed since the file was made. */
  readonly changedSinceHandIn: boolean;
}

const beginning: PaneState = {
  page: 'start', workbook: null, activity: null, messages: [], announcement: '', live: null,
  laidOut: null, restored: null, checked: null, findingView: everything, repaired: null, report: null, changedSinceCheck: false, proof: null, changedSinceProof: false,
  handIn: null, delivery: { state: 'made' }, changedSinceHandIn: false,
};

/** State of the pane over one assistant. One piece of work at a time: pressing again while it runs does nothing. */
export class PaneStore {
  private state: PaneState;
  private readonly listeners = new Set<() => void>();
  private stopper: AbortController | null = null;
  private following: Following | null = null;
  private followedForms: string | null = null;
  private nextMessage = 1;
  private releaseLink: () => void = () => undefined;

  /** @param onFault told of every message and every thrown bug, for the log. */
  constructor(
    private readonly assistant: Assistant,
    page: Page = 'start',
    private readonly onFault: (fault: unknown) => void = () => undefined,
  ) {
    this.state = { ...beginning, page };
  }

  readonly snapshot = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly packs = (): Assistant['packs'] => this.assistant.packs;

  readonly templates = (): ReturnType<Assistant['templates']> => this.assistant.templates();

  /** Reads the workbook, follows it, and carries out what the ribbon button asked for. */
  async start(wish: 'check' | 'report' | null = null): Promise<void> {
    await this.open();
    if (this.state.workbook?.kind !== 'ours') return;
    if (wish === 'check') await this.check();
    if (wish === 'report') await this.writeReport();
  }

  show(page: Page): void {
    this.set({ page });
  }

  async open(): Promise<void> {
    const state = await this.perform('open', (run) => this.assistant.open(run));
    if (state === null) return;
    this.set({ workbook: state });
    // With one more sheet the forms are others.
    await this.followWorkbook(state.kind === 'ours' ? `${state.packId} ${state.sheetsPerRow ?? ''}` : null);
  }

  async layOut(order: LayOutOrder): Promise<void> {
    await this.laidOutBy('layOut', (run) => this.assistant.layOut(order, run));
  }

  async fillSample(packId: string): Promise<void> {
    await this.laidOutBy('sample', (run) => this.assistant.fillSample(packId, run));
  }

  /** Writes what a step that broke off had still to write. */
  async resume(): Promise<void> {
    await this.laidOutBy('resume', (run) => this.assistant.resume(run));
  }

  async addSheet(): Promise<void> {
    await this.laidOutBy('addSheet', (run) => this.assistant.addSheet(run));
  }

  /** Lays out the sheets that are missing from our workbook. */
  async completeSheets(): Promise<void> {
    const { workbook } = this.state;
    if (workbook?.kind !== 'ours' && workbook?.kind !== 'master') return;
    const { packId, year } = workbook;
    const { unitName, unitCode } = workbook.kind === 'ours' ? workbook : { unitName: '', unitCode: '' };
    await this.layOut({ packId, unitName, unitCode, year });
  }

  async restore(): Promise<void> {
    const restored = await this.perform('restore', (run) => this.assistant.restore(run));
    if (restored === null) return;
    this.set({ restored: restored.title, laidOut: null, checked: null, report: null, handIn: null });
    await this.open();
  }

  async check(): Promise<void> {
    const checked = await this.perform('check', (run) => this.assistant.check(run));
    if (checked === null) return;
    this.set({ checked, repaired: null, changedSinceCheck: false, announcement: announcements.checked(checked) });
    if (checked.notWritten) this.tell(checked.notWritten);
  }

  /** Groups and filters the findings; how many are left is read out. */
  viewFindings(findingView: FindingView): void {
    const { groups } = viewed(this.state.checked?.findings ?? [], findingView);
    this.set({ findingView, announcement: announcements.viewed(groups.reduce((total, { findings }) => total + findings.length, 0)) });
  }

  /** Puts right what was chosen, then checks again. */
  async repair(keys: readonly string[]): Promise<void> {
    const repaired = await this.perform('repair', (run) => this.assistant.repair(keys, run));
    if (repaired === null || repaired.cancelled) return;
    await this.check();
    this.set({ repaired, announcement: announcements.repaired(repaired) });
  }

  /** @returns whether the 说明 was kept. */
  async explain(keys: readonly string[], text: string): Promise<boolean> {
    const kept = await this.perform('explain', async (run) => {
      const done = await this.assistant.explain(keys, text, run);
      return done.ok ? ok(keys) : done;
    });
    const { checked } = this.state;
    if (kept === null || checked === null) return false;
    const explained = new Set(kept);
    this.set({ checked: { ...checked, findings: checked.findings.map((finding) => (explained.has(finding.key) ? { ...finding, explanation: text.trim() } : finding)) } });
    return true;
  }

  async writeReport(): Promise<void> {
    const report = await this.perform('report', (run) => this.assistant.writeReport(run));
    if (report !== null) this.set({ report, announcement: announcements.reported(report) });
  }

  async proofread(source: ProofSource): Promise<void> {
    const proof = await this.perform('proofread', (run) => this.assistant.proofread(source, run));
    if (proof !== null) this.set({ proof, changedSinceProof: false, announcement: announcements.proofread(proof) });
  }

  async handIn(): Promise<void> {
    const handIn = await this.perform('handIn', (run) => this.assistant.handIn(run));
    if (handIn === null) return;
    this.newFile();
    // Handing in numbers the edition: the check stands for what the file holds.
    const checked = handIn.kind === 'made' ? { ...handIn.check, evaluation: handIn.evaluation } : handIn.check;
    this.set({ handIn, changedSinceHandIn: false, checked, changedSinceCheck: false, announcement: announcements.handedIn(handIn) });
  }

  /** A file was made: its way to the person begins. */
  newFile(): void {
    this.deliver({ state: 'made' });
  }

  /** Starts the download; whether it arrived only the person can tell. */
  download(file: MadeFile): void {
    const started = this.assistant.files.download(file);
    if (started.ok) {
      this.deliver({ state: 'offered' });
      return;
    }
    this.tell(started.error);
    this.fileMissed(file);
  }

  fileSeen(): void {
    this.deliver({ state: 'seen' });
  }

  /** The download did not arrive: other ways are offered. */
  fileMissed(file: MadeFile): void {
    const link = this.assistant.files.link(file);
    this.deliver({ state: 'missed', address: link.address });
    this.releaseLink = link.release;
  }

  /** Opens the made file as a new workbook in Excel. */
  async openCopy(file: MadeFile): Promise<void> {
    await this.perform('openCopy', () => this.assistant.files.openCopy(file));
  }

  private deliver(delivery: Delivery): void {
    this.releaseLink();
    this.releaseLink = () => undefined;
    this.set({ delivery });
  }

  /** Shows a cell or a sheet in Excel. */
  async goTo(place: Place): Promise<void> {
    try {
      const selected = await this.assistant.select(place);
      if (!selected.ok) this.tell(selected.error);
    } catch (bug) {
      this.tellBug(bug);
    }
  }

  /** Reads again: the pane got the focus, or a person asked. */
  readAgain(): void {
    if (this.state.activity === null) void this.following?.readAgain().catch((bug: unknown) => this.tellBug(bug));
  }

  cancel(): void {
    this.stopper?.abort();
    const { activity } = this.state;
    if (activity) this.set({ activity: { ...activity, cancelling: true, waiting: null } });
  }

  dismiss(id: number): void {
    this.set({ messages: this.state.messages.filter((message) => message.id !== id) });
  }

  async close(): Promise<void> {
    this.stopper?.abort();
    await this.stopFollowing();
  }

  /** Lays out by this work, shows what was done and where to begin. */
  async laidOutBy(name: ActivityName, work: (run: Run) => Promise<Result<LayOutOutcome, Message>>): Promise<void> {
    const laidOut = await this.perform(name, work);
    if (laidOut === null) {
      // A step that broke off stays in the journal: show 还原 or 继续.
      await this.open();
      return;
    }
    this.set({ laidOut, restored: null });
    await this.open();
    const [first] = laidOut.sheetsMade;
    if (first !== undefined && !laidOut.cancelled) await this.goTo({ sheet: first });
    this.set({ announcement: announcements.laidOut(laidOut) });
  }

  /** Follows the workbook as long as its forms are these; null: there is nothing of ours to follow. */
  private async followWorkbook(forms: string | null): Promise<void> {
    try {
      if (this.following && forms === this.followedForms) {
        await this.following.readAgain();
        return;
      }
      await this.stopFollowing();
      if (forms === null) return;
      const following = await this.assistant.follow((reading) => {
        if (reading.ok) this.read(reading.value);
        else this.tell(reading.error);
      });
      if (!following.ok) {
        this.tell(following.error);
        return;
      }
      this.following = following.value;
      this.followedForms = forms;
    } catch (bug) {
      this.tellBug(bug);
    }
  }

  private async stopFollowing(): Promise<void> {
    const { following } = this;
    this.following = null;
    this.followedForms = null;
    if (!following) return;
    this.set({ live: null, checked: null, report: null, handIn: null });
    await following.stop();
  }

  private read(live: LiveReading): void {
    const { checked, handIn } = this.state;
    const compared = this.state.proof?.evaluation ?? null;
    this.set({
      live, changedSinceProof: compared !== null && !sameEntries(compared, live.evaluation),
      changedSinceCheck: checked !== null && !sameEntries(checked.evaluation, live.evaluation),
      changedSinceHandIn: handIn?.kind === 'made' && !sameEntries(handIn.evaluation, live.evaluation),
    });
  }

  /** Runs one piece of work; null when it failed, was refused or another one runs. */
  async perform<T>(name: ActivityName, work: (run: Run) => Promise<Result<T, Message>>): Promise<T | null> {
    if (this.state.activity !== null) return null;
    const stopper = new AbortController();
    this.stopper = stopper;
    const title = activityTitles[name];
    this.set({
      activity: { name, title, done: 0, total: 0, what: '', waiting: null, cancelling: false },
      announcement: title,
      // Reading again after a failure must not wipe out what the failure said.
      ...(name === 'open' ? {} : { messages: [] }),
    });
    let result: Result<T, Message>;
    try {
      result = await work({
        signal: stopper.signal,
        progress: (done, total, what) => this.alter({ done, total, what, waiting: null }),
        waiting: (waiting) => {
          this.alter({ waiting });
          if (waiting !== null) this.set({ announcement: waiting });
        },
      });
    } catch (bug) {
      this.onFault(bug);
      result = fail(unexpected(bug));
    }
    this.stopper = null;
    this.set({ activity: null, announcement: result.ok ? announcements.finished(title) : '' });
    if (result.ok) return result.value;
    this.tell(result.error);
    return null;
  }

  private alter(part: Partial<Activity>): void {
    const { activity } = this.state;
    if (activity) this.set({ activity: { ...activity, ...part } });
  }

  private tell(message: Message): void {
    this.onFault(message);
    if (this.state.messages.some((shown) => shown.code === message.code && shown.text === message.text)) return;
    this.set({ messages: [...this.state.messages, { ...message, id: this.nextMessage++ }] });
  }

  private tellBug(bug: unknown): void {
    this.onFault(bug);
    this.tell(unexpected(bug));
  }

  private set(part: Partial<PaneState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
