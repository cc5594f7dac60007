import fc from 'fast-check';
import { colourText, contrast, legible, mix, readColour, type Colour } from '../../src/pane/theme/colours';
import { MARK_CONTRAST, paneTheme, TEXT_CONTRAST, type OfficeColours, type ThemeChoice } from '../../src/pane/theme/paneTheme';
import { seed } from '../cases/seed';

/** Office's own themes and four of the system's contrast themes. */
const offices: readonly (readonly [string, OfficeColours])[] = [
  ['彩色', { background: '#FFFFFF', foreground: '#262626' }],
  ['深灰色', { background: '#666666', foreground: '#FFFFFF' }],
  ['中灰 control', { background: '#E6E6E6', foreground: '#262626' }],
  ['黑色', { background: '#262626', foreground: '#F0F0F0' }],
  ['纯黑', { background: '#000000', foreground: '#FFFFFF' }],
  ['Aquatic', { background: '#202020', foreground: '#FFFFFF' }],
  ['Desert', { background: '#FFFAEF', foreground: '#3D3D3D' }],
  ['Dusk', { background: '#2D3236', foreground: '#FFFFFF' }],
  ['Night sky', { background: '#000000', foreground: '#FFFFFF' }],
];

const surfaces = ['colorNeutralBackground1', 'colorNeutralBackground2', 'colorNeutralBackground3'] as const;
const texts = ['colorNeutralForeground1', 'colorNeutralForeground2', 'colorNeutralForeground3', 'colorBrandForeground1', 'colorBrandForegroundLink', 'colorNeutralForegroundDisabled'] as const;
const meanings = ['Danger', 'Warning', 'Success'] as const;

/** Every pair of text and ground that the pane draws and that is not read well enough. */
function unreadable(office: OfficeColours | null, choice: ThemeChoice = 'office'): string[] {
  const theme = paneTheme(office, choice, false);
  const colour = (name: keyof typeof theme): Colour => readColour(String(theme[name]))!;
  const pairs: (readonly [keyof typeof theme, keyof typeof theme, number])[] = [
    ...texts.flatMap((text) => surfaces.map((surface) => [text, surface, TEXT_CONTRAST] as const)),
    ...meanings.flatMap((meaning) => [...surfaces, `colorStatus${meaning}Background1` as const].map((surface) => [`colorStatus${meaning}Foreground1` as const, surface, TEXT_CONTRAST] as const)),
    ...meanings.map((meaning) => ['colorNeutralForeground1', `colorStatus${meaning}Background1`, TEXT_CONTRAST] as const),
    ...meanings.map((meaning) => ['colorBrandForegroundLink', `colorStatus${meaning}Background1`, TEXT_CONTRAST] as const),
    ['colorNeutralForegroundOnBrand', 'colorBrandBackground', TEXT_CONTRAST],
    ['colorNeutralForegroundOnBrand', 'colorBrandBackgroundHover', TEXT_CONTRAST],
    ['colorNeutralForegroundOnBrand', 'colorBrandBackgroundPressed', TEXT_CONTRAST],
    ['colorNeutralForegroundDisabled', 'colorNeutralBackgroundDisabled', TEXT_CONTRAST],
    ...surfaces.flatMap((surface) => (['colorNeutralStrokeAccessible', 'colorStrokeFocus2', 'colorCompoundBrandBackground'] as const).map((mark) => [mark, surface, MARK_CONTRAST] as const)),
  ];
  return pairs.filter(([text, ground, ratio]) => contrast(colour(text), colour(ground)) < ratio - 0.01)
    .map(([text, ground, ratio]) => `${text} on ${ground}: ${contrast(colour(text), colour(ground)).toFixed(2)} < ${ratio}`);
}

test.each(offices)('every text of the pane is readable in Office theme %s', (_name, office) => {
  expect(unreadable(office)).toEqual([]);
});

test.each(['light', 'dark'] as const)('every text of the pane is readable in the chosen %s theme', (choice) => {
  expect(unreadable(null, choice)).toEqual([]);
});

test(`every text is readable whatever colours Office tells (seed ${seed})`, () => {
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => colourText(parts));
  fc.assert(fc.property(colour, colour, (background, foreground) => unreadable({ background, foreground }).length === 0), { seed, numRuns: 300 });
});

test('wears Office’s background, and goes dark with it', () => {
  expect(paneTheme({ background: '#FFFAEF', foreground: '#3D3D3D' }, 'office', false).colorNeutralBackground1).toBe('#fffaef');
  expect(paneTheme({ background: '#262626', foreground: '#F0F0F0' }, 'office', false).colorNeutralBackground1).toBe('#262626');
});

test('a person’s choice goes before Office, and the system’s high contrast before both', () => {
  const dark = { background: '#262626', foreground: '#F0F0F0' };
  expect(paneTheme(dark, 'light', false).colorNeutralBackground1).toBe('#ffffff');
  expect(paneTheme(dark, 'light', true).colorNeutralBackground1).toBe(paneTheme(null, 'office', true).colorNeutralBackground1);
});

test('colours that are no colours fall back to white', () => {
  expect(paneTheme({ background: 'window', foreground: '' }, 'office', false).colorNeutralBackground1).toBe('#ffffff');
});

test.each([['#fff', [255, 255, 255]], ['0f7b6c', [15, 123, 108]], ['#0F7B6C', [15, 123, 108]], ['rgb(1,2,3)', null], ['', null]])('reads colour %p', (text, colour) => {
  expect(readColour(text)).toEqual(colour);
});

test('contrast is WCAG’s: 21 between black and white, 1 between equals', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([15, 123, 108], [15, 123, 108])).toBe(1);
});

test('a colour is moved no further than needed', () => {
  const teal: Colour = [15, 123, 108];
  expect(legible(teal, [[255, 255, 255]], 4.5)).toEqual(teal);
  expect(contrast(legible(mix(teal, [255, 255, 255], 0.6), [[255, 255, 255]], 4.5), [255, 255, 255])).toBeLessThan(6);
});
