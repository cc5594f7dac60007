import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import { colourText, legible, luminance, mix, readColour, readableOn, type Colour } from './colours';

/** Colours of Office's own frame, as Office tells them: #RRGGBB. */
export interface OfficeColours {
  readonly background: string;
  readonly foreground: string;
}

/** 跟随 Office, or what the person chose. */
export type ThemeChoice = 'office' | 'light' | 'dark';

/** The product's teal, from dark to light. */
const brand: BrandVariants = {
  10: '#021512', 20: '#06251f', 30: '#08372f', 40: '#08463c', 50: '#09554a', 60: '#0b6558', 70: '#0d7062', 80: '#0f7b6c',
  90: '#218a7b', 100: '#3a998a', 110: '#53a899', 120: '#6cb7a9', 130: '#86c6b9', 140: '#a0d5ca', 150: '#bce3da', 160: '#d9f1eb',
};

const light: OfficeColours = { background: '#ffffff', foreground: '#242424' };
const dark: OfficeColours = { background: '#292929', foreground: '#ffffff' };

const fonts = {
  fontFamilyBase: '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Segoe UI", sans-serif',
  fontFamilyNumeric: '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans SC", sans-serif',
};

/** WCAG AA for text; borders and marks that carry meaning need 3. */
export const TEXT_CONTRAST = 4.5;
export const MARK_CONTRAST = 3;

/**
 * Fluent's theme on Office's colours. Every text colour is computed to be read on every surface the pane uses, whatever
 * theme Office wears; in Windows high contrast the system's colours rule.
 */
export function paneTheme(office: OfficeColours | null, choice: ThemeChoice, forcedColours: boolean): Theme {
  if (forcedColours) return { ...teamsHighContrastTheme, ...fonts };
  const colours = choice === 'light' ? light : choice === 'dark' ? dark : office ?? light;
  const background = readColour(colours.background) ?? [255, 255, 255];
  // Mid-grey frames (Office's dark grey) cannot carry both text and tints: the surface steps away from the middle.
  const surface = steppedAside(background);
  const isDark = luminance(surface) < 0.18;
  const wanted = readColour(colours.foreground) ?? readableOn(surface);
  const base = isDark ? createDarkTheme(brand) : createLightTheme(brand);
  return { ...base, ...fonts, ...neutralColours(surface, wanted), ...meaningColours(surface, isDark) };
}

function steppedAside(background: Colour): Colour {
  const brightness = luminance(background);
  if (brightness >= 0.55 || brightness <= 0.09) return background;
  const end: Colour = brightness > 0.18 ? [255, 255, 255] : [0, 0, 0];
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(background, end, share);
    const reached = luminance(candidate);
    if (reached >= 0.55 || reached <= 0.09) return candidate;
  }
  return end;
}

/** Surfaces: the pane, a sunken one, a pressed one. */
function surfaces(surface: Colour): readonly [Colour, Colour, Colour] {
  const ink = readableOn(surface);
  return [surface, mix(surface, ink, 0.035), mix(surface, ink, 0.08)];
}

function neutralColours(surface: Colour, wanted: Colour): Partial<Theme> {
  const all = surfaces(surface);
  const [ground, sunken, pressed] = all;
  const text = legible(wanted, all, 7);
  const quiet = legible(mix(text, surface, 0.28), all, TEXT_CONTRAST);
  const line = mix(surface, readableOn(surface), 0.16);
  const mark = legible(mix(text, surface, 0.45), all, MARK_CONTRAST);
  const names = <K extends keyof Theme>(keys: readonly K[], colour: Colour): Partial<Theme> =>
    Object.fromEntries(keys.map((key) => [key, colourText(colour)]));
  return {
    ...names(['colorNeutralBackground1', 'colorNeutralBackground1Selected'], ground),
    ...names(['colorNeutralBackground2', 'colorNeutralBackground1Hover', 'colorSubtleBackgroundHover'], sunken),
    ...names(['colorNeutralBackground3', 'colorNeutralBackground1Pressed', 'colorSubtleBackgroundPressed', 'colorNeutralBackground6'], pressed),
    ...names(['colorNeutralForeground1', 'colorNeutralForeground1Hover', 'colorNeutralForeground1Pressed', 'colorNeutralForeground1Selected',
      'colorNeutralForeground2Hover', 'colorNeutralForeground2Pressed', 'colorNeutralForeground2Selected'], text),
    ...names(['colorNeutralForeground2', 'colorNeutralForeground3', 'colorNeutralForeground4'], quiet),
    ...names(['colorNeutralStroke2', 'colorNeutralStroke3', 'colorNeutralStrokeSubtle'], line),
    ...names(['colorNeutralStroke1', 'colorNeutralStrokeAccessible', 'colorNeutralStrokeAccessibleHover', 'colorNeutralStrokeAccessiblePressed',
      'colorNeutralStroke1Hover', 'colorNeutralStroke1Pressed', 'colorStrokeFocus2'], mark),
    // Disabled text stays readable: it says why the button cannot be pressed.
    ...names(['colorNeutralForegroundDisabled'], legible(quiet, all, TEXT_CONTRAST)),
    ...names(['colorNeutralBackgroundDisabled'], pressed),
    ...names(['colorStrokeFocus2'], text),
    colorSubtleBackground: 'transparent',
  };
}

function meaningColours(surface: Colour, isDark: boolean): Partial<Theme> {
  const all = surfaces(surface);
  const teal = readColour(isDark ? brand[120] : brand[80]) ?? [15, 123, 108];
  const words = legible(teal, all, TEXT_CONTRAST);
  const fill = readColour(isDark ? brand[120] : brand[80]) ?? teal;
  const fillMark = legible(fill, all, MARK_CONTRAST);
  const onFill = legible(readableOn(fillMark), [fillMark], TEXT_CONTRAST);
  const toned = (colour: Colour): { ink: string; tint: string; edge: string } => {
    const tint = mix(surface, colour, isDark ? 0.16 : 0.09);
    const ink = legible(isDark ? mix(colour, [255, 255, 255], 0.45) : colour, [...all, tint], TEXT_CONTRAST);
    return { ink: colourText(ink), tint: colourText(tint), edge: colourText(mix(surface, colour, 0.42)) };
  };
  const danger = toned([188, 47, 50]);
  const warning = toned([150, 92, 0]);
  const success = toned([26, 122, 62]);
  const shade = (share: number): string => colourText(mix(fillMark, readableOn(onFill), share));
  return {
    colorBrandForeground1: colourText(words),
    colorBrandForeground2: colourText(words),
    colorBrandForegroundLink: colourText(words),
    colorBrandForegroundLinkHover: colourText(legible(words, all, 6)),
    colorBrandForegroundLinkPressed: colourText(legible(words, all, 6)),
    colorNeutralForeground2BrandHover: colourText(words),
    colorNeutralForeground2BrandPressed: colourText(words),
    colorNeutralForeground2BrandSelected: colourText(words),
    colorCompoundBrandForeground1: colourText(words),
    colorCompoundBrandStroke: colourText(words),
    colorCompoundBrandStrokeHover: colourText(words),
    colorCompoundBrandStrokePressed: colourText(words),
    colorCompoundBrandBackground: colourText(fillMark),
    colorBrandStroke1: colourText(words),
    colorBrandBackground: colourText(fillMark),
    colorBrandBackgroundHover: shade(isDark ? 0.08 : 0.1),
    colorBrandBackgroundPressed: shade(isDark ? 0.16 : 0.2),
    colorBrandBackgroundSelected: shade(0.1),
    colorBrandBackground2: colourText(mix(surface, fill, isDark ? 0.16 : 0.1)),
    colorNeutralForegroundOnBrand: colourText(onFill),
    colorStatusDangerForeground1: danger.ink, colorStatusDangerBackground1: danger.tint, colorStatusDangerBorder1: danger.edge,
    colorStatusWarningForeground1: warning.ink, colorStatusWarningBackground1: warning.tint, colorStatusWarningBorder1: warning.edge,
    colorStatusSuccessForeground1: success.ink, colorStatusSuccessBackground1: success.tint, colorStatusSuccessBorder1: success.edge,
  };
}
