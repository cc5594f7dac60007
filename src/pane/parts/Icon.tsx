import type { ReactElement } from 'react';

/** Our own small drawings on a 16 × 16 grid, in the colour of the text. They never stand alone for a meaning. */
const drawings = {
  passed: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M4.8 8.2l2.2 2.2 4.3-4.6',
  error: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 1.8l6.6 12H1.4zM8 6.2v3.8M8 11.8v.4',
  hint: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 7.2v4.2M8 4.6v.4',
  waiting: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 4.4V8l2.6 1.6',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  next: 'M6 3.5L10.5 8 6 12.5',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  again: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.2v2.9h-2.9',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.6v.4',
  sheet: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M6.2 6.2v7.3',
} as const;

export type Drawing = keyof typeof drawings;

export function Icon({ shape, size = 16 }: { readonly shape: Drawing; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round"
      strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <path d={drawings[shape]} />
    </svg>
  );
}

/** The product's mark: a table with a tick. */
export function ProductMark(): ReactElement {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <rect x="2" y="2" width="20" height="20" rx="4" fill="#0f7b6c" />
      <path d="M6 8h12M6 12h5M6 16h4" stroke="#ffffff" strokeWidth="1.8" strokeLinecap="round" opacity="0.75" />
      <path d="M12.5 14.5l2.4 2.4 4-4.6" stroke="#ffffff" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
