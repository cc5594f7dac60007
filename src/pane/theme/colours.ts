/** A colour as red, green, blue from 0 to 255. */
export type Colour = readonly [number, number, number];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** Reads #RGB or #RRGGBB, with or without `#`; null for anything else. */
export function readColour(text: string): Colour | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (start: number): number => Number.parseInt(full.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
}

export function colourText(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the second colour over the first, from 0 to 1. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2): number => Math.round(first[index] + (second[index] - first[index]) * share);
  return [part(0), part(1), part(2)];
}

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on the colour. */
export function readableOn(background: Colour): Colour {
  return contrast(WHITE, background) >= contrast(BLACK, background) ? WHITE : BLACK;
}

/**
 * The colour, moved towards black or white only as far as it takes to be read on every one of the backgrounds with the
 * wanted ratio. The end of the scale when no shade does.
 */
export function legible(colour: Colour, backgrounds: readonly Colour[], ratio: number): Colour {
  const good = (candidate: Colour): boolean => backgrounds.every((background) => contrast(candidate, background) >= ratio);
  const end = readableOn(backgrounds[0] ?? WHITE);
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, end, share);
    if (good(candidate)) return candidate;
  }
  return end;
}
