import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, fromLch, parseHex, type Rgb, toLch } from './colours.ts';
import { paint, type TelegramTheme } from './theme.ts';

const names = [
  'bg_color',
  'secondary_bg_color',
  'section_bg_color',
  'text_color',
  'hint_color',
  'subtitle_text_color',
  'link_color',
  'accent_text_color',
  'button_color',
  'button_text_color',
  'section_separator_color',
];
const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
const anyTheme: fc.Arbitrary<TelegramTheme> = fc.record(Object.fromEntries(names.map((name) => [name, hex])), {
  requiredKeys: [],
});
const colour = (theme: TelegramTheme, name: string): Rgb => {
  const found = parseHex(paint(theme).tokens[`--${name}`]);
  if (!found) throw new Error(`no --${name}`);
  return found;
};

describe('painting with Telegram’s colours', () => {
  it('keeps text, second text, verdicts, links and borders readable on any theme', () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        for (const ground of [colour(theme, 'surface'), colour(theme, 'bg')]) {
          expect(contrast(colour(theme, 'text'), ground)).toBeGreaterThanOrEqual(8.9);
          expect(contrast(colour(theme, 'muted'), ground)).toBeGreaterThanOrEqual(5);
          expect(contrast(colour(theme, 'link'), ground)).toBeGreaterThanOrEqual(4.5);
          for (const verdict of ['ok', 'warn', 'bad']) {
            expect(contrast(colour(theme, verdict), ground)).toBeGreaterThanOrEqual(5.2);
          }
          expect(contrast(colour(theme, 'control'), ground)).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
  it('gives the MainButton a text that can be read', () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        const { color, textColor } = paint(theme).button;
        expect(contrast(parseHex(color) as Rgb, parseHex(textColor) as Rgb)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
  it('leaves a readable ground as Telegram gave it', () => {
    const night = { bg_color: '#17212b', secondary_bg_color: '#0e1621', text_color: '#f5f5f5' };
    expect(paint(night)).toMatchObject({ dark: true, tokens: { '--surface': '#17212b', '--bg': '#0e1621' } });
    expect(paint({})).toMatchObject({ dark: false, tokens: { '--surface': '#ffffff' } });
  });
  it('goes to OKLCH and back', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (r, g, b) => {
        const back = fromLch(toLch([r, g, b]));
        for (const [index, part] of [r, g, b].entries())
          expect(Math.abs((back[index] ?? 0) - part)).toBeLessThanOrEqual(1);
      }),
      { seed: 7 },
    );
  });
});
