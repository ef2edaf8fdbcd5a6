/** Colour arithmetic for odd Telegram themes. OKLCH keeps the hue; only lightness, then chroma, moves. */
export type Rgb = readonly [number, number, number];
export type Lch = readonly [lightness: number, chroma: number, hue: number];
export const white: Rgb = [255, 255, 255];
export const black: Rgb = [0, 0, 0];

/** `#RGB` or `#RRGGBB`; Telegram sends nothing else. */
export function parseHex(text: string | undefined): Rgb | null {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? '')?.[1];
  if (!found) return null;
  const full = found.length === 3 ? Array.from(found, (digit) => digit + digit).join('') : found;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}
export function toHex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return one.map((part, index) => Math.round(part * share + (other[index] ?? 0) * (1 - share))) as unknown as Rgb;
}

const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const gamma = (part: number) => 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055);

/** WCAG contrast, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function toLch(colour: Rgb): Lch {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const greenRed = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [lightness, Math.hypot(greenRed, blueYellow), Math.atan2(blueYellow, greenRed)];
}

/** What a screen cannot show loses chroma until it can. */
export function fromLch([lightness, chroma, hue]: Lch): Rgb {
  let parts = linearOf(lightness, Math.max(chroma, 0), hue);
  for (let c = chroma; c > 0 && parts.some((part) => part < -0.0005 || part > 1.0005); c -= 0.004) {
    parts = linearOf(lightness, Math.max(c - 0.004, 0), hue);
  }
  return parts.map((part) => Math.round(gamma(Math.min(1, Math.max(0, part))))) as unknown as Rgb;
}

function linearOf(lightness: number, chroma: number, hue: number): number[] {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The nearest lightness that stands out by `need`:1 from every ground. */
export function reach(colour: Rgb, grounds: readonly Rgb[], need: number): Rgb {
  const weakest = (candidate: Rgb) => Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  if (weakest(colour) >= need) return colour;
  const [lightness, chroma, hue] = toLch(colour);
  for (let away = 0.005; away < 1; away += 0.005) {
    for (const moved of [lightness + away, lightness - away]) {
      if (moved < 0 || moved > 1) continue;
      const candidate = fromLch([moved, chroma, hue]);
      if (weakest(candidate) >= need) return candidate;
    }
  }
  return weakest(white) > weakest(black) ? white : black;
}
