import { sum } from '../values/decimal';
import type { Mention, Statements } from './mentions';

/** Why a list of parts is taken to be all of its whole. */
export type Completeness = 'full' | 'open' | 'partial';

/** A total and the parts told after it: “…227.39万元，其中：基本支出…，项目支出…”. */
export interface Group {
  readonly head: Mention;
  readonly parts: readonly Mention[];
  /** Word that announced the parts; blank when they simply follow. */
  readonly marker: string;
  readonly completeness: Completeness;
  /** The total stands behind its parts: “…，合计…”. */
  readonly trailing: boolean;
}

const MARKER = /其中|包括|包含|分别(?:为|是)|分为|分成|由[^，。；]{2,40}(?:组成|构成)|按(?:照)?[^，。；]{2,14}(?:划分|分类|分|来看)|(?:得分|分值|评分)(?:构成|组成)(?:为|是|如下)?|(?:主要)?用于|具体为|即|(?:支出|收入|经费|决算|预算|资金|总额|编制)(?:数)?中[，：]?(?!央)/g;
/** “2021年、2022年分别为250万元、200万元”: one figure for each thing named before, no parts of a whole. */
const IN_TURN = /分别(?:为|是|达到|达|约)?$/;
/** So much for each is no part of the whole. */
const FOR_EACH = /平均|[人户村亩]均|均价|单价|每(?:人|户|辆|处|个|台|套|亩|公里|吨|次|年|月|天|村)/;
const PARTIAL = /主要|重点|部分|之一|尤其|特别/;
const TRAILING_TOTAL = /(?:^|[，；])(?:以上)?(?:合计|共计|总计|累计|两项|三项|共)/;
const MOST_PARTS = 60;
const LOOK_BACK = 60;
const LONGEST_LEAD = 400;
const MOST_HEADS = 8;

type Measure = 'amount' | 'people' | 'items' | 'score';

/** Which figures can be parts of each other. */
export function measureOf(mention: Mention): Measure | null {
  const { kind, unit } = mention.figure;
  // “预算执行率（10分）得9.79分”: the points in brackets are what can be got.
  if (kind === 'score') return /[扣减加]|满分|分值|标准分|权重/.test(mention.label) || (mention.label === '' && mention.depth > 0) ? null : kind;
  if (kind === 'amount') return kind;
  if (kind !== 'count') return null;
  return /^(?:人|名|人次)$/.test(unit) ? 'people' : /^(?:个|项|类|大类|家|件)$/.test(unit) ? 'items' : null;
}

/** Lists of parts with their totals, paragraph by paragraph. */
export function groupsOf(statements: Statements): readonly Group[] {
  return statements.byParagraph.flatMap((mentions) =>
    (['amount', 'people', 'items', 'score'] as const).flatMap((measure) => new Grouping(statements, mentions.filter((mention) => measureOf(mention) === measure)).run()));
}

interface Open {
  /** What the parts may belong to, the likeliest first. */
  heads: readonly Mention[];
  parts: Mention[];
  marker: string;
  /** Text between the head and its first part. */
  opening: string;
  depth: number;
}

class Grouping {
  private readonly open: Open[] = [];
  private readonly done: Group[] = [];

  constructor(private readonly statements: Statements, private readonly mentions: readonly Mention[]) {}

  run(): Group[] {
    this.mentions.forEach((mention, at) => this.take(mention, at));
    while (this.open.length > 0) this.close();
    return this.done;
  }

  private take(mention: Mention, at: number): void {
    while (this.top && mention.depth < this.top.depth) this.close();
    const last = this.mentions[at - 1];
    const lead = this.between(last, mention);
    const clause = /[^。；]*$/.exec(lead)?.[0] ?? lead;
    const marks = [...clause.matchAll(MARKER)];
    const mark = marks[0];
    if (mention.change !== 0 || mention.figure.loose || FOR_EACH.test(mention.label)) {
      // By how much something changed is nobody's part; the list goes on behind it.
      return;
    }
    if (/[；。]/.test(lead) && !mark) while (this.open.length > 1 && this.top?.depth === mention.depth) this.close();
    if (mark && IN_TURN.test(mention.label)) {
      while (this.open.length > 0) this.close();
      return;
    }
    if (mark) {
      const restart = lead.length > clause.length || last?.sentence !== mention.sentence;
      const heads = this.headsFor(mention, at, `${clause.slice(0, mark.index)}${/[^其]中[，：]?$/.test(mark[0]) ? mark[0] : ''}`, restart);
      if (restart) while (this.open.length > 0) this.close();
      if (heads.length > 0) this.open.push({ heads, parts: [mention], marker: mark[0], opening: clause, depth: mention.depth });
      return;
    }
    if (this.top && this.continues(this.top, mention, last)) {
      this.top.parts.push(mention);
      return;
    }
    if (last && this.top && mention.depth > this.top.depth) {
      this.open.push({ heads: [last], parts: [mention], marker: '', opening: clause, depth: mention.depth });
      return;
    }
    if (last && last.sentence === mention.sentence && TRAILING_TOTAL.test(mention.lead)) this.trailing(mention, at);
    while (this.open.length > 0) this.close();
    if (last && follows(last, mention) && last.sentence === mention.sentence) this.open.push({ heads: [last], parts: [mention], marker: '', opening: clause, depth: mention.depth });
    else if (last && mention.depth > last.depth) this.open.push({ heads: [last], parts: [mention], marker: '', opening: clause, depth: mention.depth });
  }

  /** Text since the figure of this measure before it, shares and counts between them included. */
  private between(last: Mention | undefined, mention: Mention): string {
    const text = this.statements.document.paragraphs[mention.paragraph]?.reading.text ?? '';
    return text.slice(Math.max(last?.figure.to ?? 0, mention.figure.from - LONGEST_LEAD), mention.figure.from);
  }

  private get top(): Open | undefined {
    return this.open[this.open.length - 1];
  }

  /** The figures the announced parts may belong to: those of the metric named, else those told before, the nearest first. */
  private headsFor(mention: Mention, at: number, before: string, restart: boolean): readonly Mention[] {
    const words = /[^：（]*$/.exec(before.replace(/[：（]$/, ''))?.[0] ?? '';
    const named = knownMetricIn(words);
    const found: Mention[] = [];
    if (named !== null) {
      for (let back = mention.index - 1; back >= Math.max(0, mention.index - LOOK_BACK) && found.length < MOST_HEADS; back--) {
        const earlier = this.statements.mentions[back];
        if (earlier && measureOf(earlier) === measureOf(mention) && earlier.subject.metric === named && earlier.subject.certain && earlier.change === 0) found.push(earlier);
      }
      return found;
    }
    if (restart && this.open[0]) found.push(...this.open[0].heads);
    for (let back = at - 1; back >= 0 && found.length < MOST_HEADS; back--) {
      const earlier = this.mentions[back];
      if (!earlier || mention.sentence - earlier.sentence > 2) break;
      if (earlier.change === 0 && earlier.depth <= mention.depth && !found.includes(earlier) && !(restart && this.isPart(earlier))) found.push(earlier);
    }
    // Only the sentence itself and the one before it say what 其中 belongs to; farther figures serve when they add up.
    if (at === 0 && (before === '' || /支出|收入|预算|资金/.test(words))) return this.wholesInParagraphBefore(mention);
    const first = found[0];
    return first && (mention.sentence - first.sentence <= 1 || this.open[0]?.heads[0] === first) ? found : [];
  }

  /** “支出按性质分：…” at the beginning of a paragraph goes on about the paragraph before. */
  private wholesInParagraphBefore(mention: Mention): readonly Mention[] {
    return this.statements.mentions.slice(Math.max(0, mention.index - MOST_HEADS), mention.index).reverse().filter((earlier) =>
      mention.paragraph - earlier.paragraph <= 1 && measureOf(earlier) === measureOf(mention) && earlier.change === 0 && earlier.subject.certain && earlier.section.project === mention.section.project);
  }

  private isPart(mention: Mention): boolean {
    return this.open.some(({ parts }) => parts.includes(mention)) || this.done.some(({ parts }) => parts.includes(mention));
  }

  private continues(group: Open, mention: Mention, last: Mention | undefined): boolean {
    if (group.parts.length >= MOST_PARTS || mention.depth !== group.depth) return false;
    const { subject, label } = mention;
    const head = group.heads[0] ?? mention;
    const sameSentence = last?.sentence === mention.sentence;
    if (!sameSentence && (mention.lead.replace(/^[^。！？]*[。！？]/, '').length !== mention.label.length || label === '' || mention.sentence - (last?.sentence ?? 0) > 1)) return false;
    if (TRAILING_TOTAL.test(mention.lead) || /总计|合计|共计/.test(label)) return false;
    if (subject.period !== head.subject.period && subject.period !== null) return false;
    if (subject.year !== null && subject.year !== head.subject.year) return false;
    if (subject.metric === '' && subject.fund === null) return false;
    const first = group.parts[0]?.subject;
    if (subject.role !== null && subject.role !== head.subject.role && subject.role !== first?.role) return false;
    const whole = ['income', 'expenditure', 'carryOver'];
    if (subject.certain && subject.fund === null && whole.includes(subject.metric) && subject.metric !== first?.metric) return false;
    return sameSentence || kindOfName(mention) === kindOfName(group.parts[group.parts.length - 1] ?? mention);
  }

  /** “A…，B…，合计…”: the total behind its parts. */
  private trailing(total: Mention, at: number): void {
    const parts: Mention[] = [];
    for (let back = at - 1; back >= 0 && at - back <= MOST_PARTS; back--) {
      const part = this.mentions[back];
      if (!part || part.sentence !== total.sentence || part.depth !== total.depth) break;
      if (part.change === 0) parts.unshift(part);
    }
    if (parts.length >= 2) this.done.push({ head: total, parts, marker: '合计', completeness: 'open', trailing: true });
  }

  private close(): void {
    const group = this.open.pop();
    if (!group) return;
    const last = group.parts[group.parts.length - 1];
    const text = group.opening + group.parts.slice(1).map((part) => part.lead).join('');
    const announced = PARTIAL.test(group.opening) || /^等/.test(last?.tail ?? '') || /等[^，。；]{0,6}$/.test(text.replace(/等(?:支出|收入)/g, ''));
    const countWords = [...group.opening.matchAll(/([两二三四五六七八九\d]{1,2})(?:大类|类|项|部分|个方面|块)/g)].map((match) => match[1] ?? '');
    const declared = countWords.some((word) => ('零一二三四五六七八九'.indexOf(word.replace('两', '二')) === group.parts.length || Number(word) === group.parts.length));
    const completeness = declared || /组成|构成|分别/.test(group.marker) ? 'full' : announced ? 'partial' : /^其[他它余]/.test(last?.label ?? '') && group.parts.length > 1 ? 'full' : 'open';
    const head = headOf(group);
    if (head) this.done.push({ head, parts: group.parts, marker: group.marker, completeness, trailing: false });
  }
}

/** A total may be followed by its well-known parts without any word: 整体支出…，基本支出…，项目支出…. */
const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  '': ['basic', 'project'], expenditure: ['basic', 'project'], income: ['basic', 'project'], basic: ['staff', 'office'],
  threePublic: ['abroad', 'vehicles', 'reception'], vehicles: ['vehiclePurchase', 'vehicleRunning'],
};

/** Among the figures the parts may belong to the one they make up; else the likeliest that can be divided so. */
function headOf({ heads, parts }: Open): Mention | undefined {
  const total = sum(parts.map(({ figure }) => figure.value));
  const made = parts.length > 1 ? heads.find(({ figure }) => figure.value.eq(total)) : undefined;
  const known = parts.find(({ subject }) => subject.certain && Object.values(PARTS_OF).some((names) => names.includes(subject.metric)));
  const divided = known && heads.find(({ subject }) => PARTS_OF[subject.metric]?.includes(known.subject.metric));
  const whole = heads.find(({ subject, paragraph }) => paragraph === parts[0]?.paragraph && subject.metric !== 'carryOver');
  return made ?? divided ?? whole;
}

function follows(head: Mention, part: Mention): boolean {
  if (measureOf(head) === 'people') return /编制/.test(head.label) && /^(?:其中)?(?:行政|事业|工勤|机关|参公)/.test(part.label);
  return head.change === 0 && part.subject.certain && head.subject.certain && part.subject.year === null && (part.subject.role === null || part.subject.role === head.subject.role)
    && (PARTS_OF[head.subject.metric]?.includes(part.subject.metric) ?? false);
}

/** The metric named last in some words, if its parts are well known. */
function knownMetricIn(words: string): string | null {
  const metrics: Readonly<Record<string, string>> = { 基本支出: 'basic', 项目支出: 'project', 人员经费: 'staff', 公用经费: 'office', 三公: 'threePublic' };
  const found = [...words.matchAll(/基本支出|项目支出|人员经费|公用经费|三公/g)].pop()?.[0];
  return found === undefined ? null : metrics[found] ?? null;
}

/** The last word of a name: lists go on over a full stop with names of one kind. */
function kindOfName(mention: Mention): string {
  return /(支出|收入|经费|资金|费|项目|人员|编制)[：为是约共计]*$/.exec(mention.label)?.[1] ?? mention.label;
}
