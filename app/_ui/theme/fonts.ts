import localFont from 'next/font/local';

/*
 * next/font makes one family per file, so a subset is a family with its own unicode-range, and --font-onest lists them in order.
 * The ranges are narrower than fontsource's: only what our texts use, so that a stray character loads no fourth file.
 * next/font's own metric fallbacks are off: they cover all letters and would catch Cyrillic before our Cyrillic file;
 * styles/fallback-font.css has one for the end of the list.
 * Onest keeps ₽ in latin-ext, → ≤ ≥ in math, № in cyrillic. Only what the first screen always needs is preloaded.
 */
const latin = localFont({
  src: '../../../node_modules/@fontsource-variable/onest/files/onest-latin-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+0000-00FF,U+2000-206F,U+2122,U+2191,U+2193,U+2212,U+2215' }],
  variable: '--font-onest-latin',
  adjustFontFallback: false,
});
const cyrillic = localFont({
  src: '../../../node_modules/@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+2116' }],
  variable: '--font-onest-cyrillic',
  adjustFontFallback: false,
});
const ruble = localFont({
  src: '../../../node_modules/@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA,U+1E00-1E9F,U+20A0-20C0' }],
  variable: '--font-onest-ruble',
  adjustFontFallback: false,
  preload: false,
});
const signs = localFont({
  src: '../../../node_modules/@fontsource-variable/onest/files/onest-math-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+2190,U+2192,U+2248,U+2264,U+2265' }],
  variable: '--font-onest-signs',
  adjustFontFallback: false,
  preload: false,
});
const monoLatin = localFont({
  src: '../../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+0000-00FF,U+2000-206F,U+2212' }],
  variable: '--font-mono-latin',
  adjustFontFallback: false,
  preload: false,
});
const monoCyrillic = localFont({
  src: '../../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-cyrillic-wght-normal.woff2',
  weight: '100 900',
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+2116' }],
  variable: '--font-mono-cyrillic',
  adjustFontFallback: false,
  preload: false,
});

/** On <html>: defines the variables that tokens.css joins into --font and --mono. */
export const fontClasses = [latin, cyrillic, ruble, signs, monoLatin, monoCyrillic]
  .map((font) => font.variable)
  .join(' ');
