import type { Mention } from './mentions';
import { figureFinding, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { proofWords } from './texts';

/** Places counted in every report; their names are enough to know them by. */
const PLACE = /(?:行政村|自然村|脱贫村|贫困村|村民小组|村组|村|社区|乡镇|镇街|乡|街道)$/;
const PLACE_BEHIND = /^(?:行政村|自然村|脱贫村|贫困村|村民小组|村组|村(?!民|级|里|干)|社区|乡镇|镇街|街道)/;
/** Where the thing counted ends and what is said of it begins. */
const THING_BEHIND = /^(?:的)?(?<thing>\p{Script=Han}{4,14}?)(?=全部|全年|全面|正常|均|已|共|总|被|得到|通过|的|为|是|达|占|纳入|列入|实现|运行|开展|完成|进行|提供|受益|和|及|与|、|，|。|；|（|\d|$)/u;
const ENDING = /[共约为是有达到计：、的等]+$/;
const OTHER_STATE = /上年|去年|计划|目标|任务|拟|新[增建开]|增加|减少|其中|完成|实际|每|平均|累计|剩余|其余|另|分别|示范|试点|重点|部分|多个|涉农|未|已|原|合并|调整|建成|培训|抽查|随机|走访|检查/;
const SCOPE = /覆盖|惠及|涉及|服务|涵盖|辖|受益|全[县市区州镇乡]|包括|共有|现有/;
const SHARED_ENDING = 4;
const MOST_VALUES = 3;

interface Counted {
  readonly mention: Mention;
  readonly thing: string;
}

/**
 * F11 自评报告前后一致: a number of the same things told twice, with figures that differ as a slip of the pen does (397个村, 379个村).
 * Whether the same things are meant is for the reader to say: 核实.
 */
export function checkRepeatedCounts(context: ProofContext): readonly FigureFinding[] {
  const byKey = new Map<string, Counted[]>();
  for (const mention of context.mentions) {
    const thing = thingOf(context, mention);
    if (thing === null) continue;
    const key = `${mention.figure.unit}|${PLACE.exec(thing)?.[0] ?? thing.slice(-SHARED_ENDING)}|${mention.section.project ?? ''}|${mention.subject.year ?? ''}`;
    const known = byKey.get(key);
    if (known) known.push({ mention, thing });
    else byKey.set(key, [{ mention, thing }]);
  }
  return [...byKey.values()].flatMap((counted) => slipIn(context, counted));
}

/** What a count counts, from the words behind it or before it; null where it is not of everything there is. */
function thingOf(context: ProofContext, mention: Mention): string | null {
  const { figure, label, change } = mention;
  if (figure.kind !== 'count' || figure.loose || change !== 0 || figure.value.lt(10)) return null;
  const text = textOf(context, mention);
  const clause = /[^，。；：]*$/.exec(text.slice(Math.max(0, figure.from - 40), figure.from))?.[0] ?? '';
  if (OTHER_STATE.test(clause) || OTHER_STATE.test(text.slice(figure.to, figure.to + 4))) return null;
  const behind = text.slice(figure.to, figure.to + 20);
  const place = PLACE_BEHIND.exec(behind)?.[0];
  if (place !== undefined) return place;
  const thing = THING_BEHIND.exec(behind)?.groups?.['thing'];
  if (thing !== undefined) return thing;
  const before = /\p{Script=Han}*$/u.exec(label.replace(ENDING, ''))?.[0] ?? '';
  return before.length >= SHARED_ENDING ? before : null;
}

function slipIn(context: ProofContext, counted: readonly Counted[]): readonly FigureFinding[] {
  const values = [...new Map(counted.map((one) => [one.mention.figure.value.toString(), one])).values()];
  const [first, second] = values;
  if (!first || !second || values.length > MOST_VALUES) return [];
  const [one, other] = [first.mention, second.mention];
  if (!isSlip(digitsOf(context, one), digitsOf(context, other)) || !sameThing(first.thing, second.thing)) return [];
  // Two digits are soon alike: both must be said of the whole.
  if (digitsOf(context, one).length < 3 && !(hasScope(context, one) && hasScope(context, other))) return [];
  const places = `${written(context, one)} / ${written(context, other)}`;
  const metric = first.thing.length <= second.thing.length ? first.thing : second.thing;
  return [figureFinding(context, { code: 'F11', level: 'warning', about: [one, other], stated: places, computed: '应一致', words: proofWords('same.unsure', { metric, places }) })];
}

function sameThing(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

function hasScope(context: ProofContext, { figure, paragraph, sentence, index }: Mention): boolean {
  const before = context.mentions[index - 1];
  const from = before && before.paragraph === paragraph && before.sentence === sentence && figure.from - before.figure.to <= 6 ? before.figure.from : figure.from;
  const text = context.document.paragraphs[paragraph]?.reading.text.slice(Math.max(0, from - 16), from) ?? '';
  return SCOPE.test(/[^，。；：]*$/.exec(text)?.[0] ?? '');
}

function digitsOf(context: ProofContext, mention: Mention): string {
  return written(context, mention).replaceAll(/\D/g, '');
}

/** The same digits in another order, or one digit of several another. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 2) return false;
  const different = [...one].filter((digit, at) => digit !== other.charAt(at)).length;
  return different === 1 || [...one].sort().join('') === [...other].sort().join('');
}
