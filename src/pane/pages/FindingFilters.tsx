import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { levels, type FindingView, type Grouping, type ViewedFindings } from '../findingView';
import { Icon } from '../parts/Icon';
import { levelTitles } from '../texts';

const pressed = {
  border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2,
  '@media (forced-colors: active)': { outlineWidth: '2px', outlineStyle: 'solid', outlineColor: 'Highlight', outlineOffset: '-3px' },
};

const useStyles = makeStyles({
  filters: { display: 'grid', gap: '8px', minWidth: 0 },
  levels: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  button: {
    borderRadius: '6px', font: 'inherit', cursor: 'pointer', border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  tile: { display: 'grid', justifyItems: 'start', gap: '2px', minHeight: '56px', padding: '8px 10px' },
  pressed,
  count: { fontSize: '20px', lineHeight: '24px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', fontFamily: tokens.fontFamilyNumeric },
  level: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px', lineHeight: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '8px', alignItems: 'center' },
  ways: { display: 'flex', gap: '4px' },
  way: { minHeight: '32px', padding: '0 12px', fontSize: '13px' },
});

const WAYS: readonly { readonly grouping: Grouping; readonly title: string; readonly all: string; readonly filter: string }[] = [
  { grouping: 'sheet', title: '按表', all: '全部表', filter: '只看一张表' },
  { grouping: 'subject', title: '按类', all: '全部类别', filter: '只看一类' },
];

interface FindingFiltersProps {
  readonly view: FindingView;
  readonly found: ViewedFindings;
  readonly onView: (view: FindingView) => void;
}

/** Grouping and filters of the findings, each with the number of findings it would show. */
export function FindingFilters({ view, found, onView }: FindingFiltersProps): ReactElement {
  const styles = useStyles();
  const way = WAYS.find(({ grouping }) => grouping === view.grouping) ?? WAYS[0];
  const total = found.countOfGroup.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.filters}>
      <div className={styles.levels} role="group" aria-label="按级别筛选">
        {levels.map((level) => (
          <button key={level} type="button" className={mergeClasses(styles.button, styles.tile, view.level === level && styles.pressed)} aria-pressed={view.level === level}
            onClick={() => onView({ ...view, level: view.level === level ? null : level })}>
            <span className={mergeClasses(styles.level, styles[level])}><Icon shape={level} size={14} />{levelTitles[level].name}</span>
            <span className={styles.count}>{found.countOfLevel[level]}</span>
          </button>
        ))}
      </div>
      <div className={styles.row}>
        <div className={styles.ways} role="group" aria-label="分组方式">
          {WAYS.map(({ grouping, title }) => (
            <button key={grouping} type="button" className={mergeClasses(styles.button, styles.way, view.grouping === grouping && styles.pressed)} aria-pressed={view.grouping === grouping}
              onClick={() => onView({ ...view, grouping, group: view.grouping === grouping ? view.group : null })}>
              {title}
            </button>
          ))}
        </div>
        <Select aria-label={way?.filter} value={found.group ?? ''} onChange={(_, { value }) => onView({ ...view, group: value === '' ? null : value })}>
          <option value="">{way?.all}（{total}条）</option>
          {found.countOfGroup.map(({ name, count }) => <option key={name} value={name}>{name}（{count}条）</option>)}
        </Select>
      </div>
    </div>
  );
}
