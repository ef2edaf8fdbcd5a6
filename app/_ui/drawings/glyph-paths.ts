/** Glyphs of verdicts on a 16 px grid. Every verdict is a glyph and a word. */
export const glyphPaths = {
  ok: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM5.2 8.2l2 2 3.7-4.2',
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4zM8 4.8v3.7M8 11.1v.1',
  warning: 'M8 2L1.8 13.5h12.4zM8 6.5v3.2M8 11.7v.1',
  limit: 'M8 5.5v9M5.2 1.75h5.6L8 5.5zM1.5 10h12.5M11.5 7.5L14 10l-2.5 2.5',
  premium: 'M2 12.5l-.3-7.2 3.6 2.6L8 3l2.7 4.9 3.6-2.6-.3 7.2z',
  clock: 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM8 4.5V8l2.3 1.5',
  auction: 'M8.5 2.5l5 5M6.2 4.8L11.2 9.8M10.8 3.3L7 7.1M13 5.5L9.2 9.3M8 8l-5 5M9.5 14h5',
  'sold-out': 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0 -12.5 0zM3.7 12.3l8.6-8.6',
  lock: 'M4.5 7h7a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1 -1.5 1.5h-7a1.5 1.5 0 0 1 -1.5 -1.5v-4a1.5 1.5 0 0 1 1.5 -1.5zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  live: 'M1.5 8h2.5l1.8-5 3.2 10 2-5h3.5',
} as const;
export type GlyphName = keyof typeof glyphPaths;
