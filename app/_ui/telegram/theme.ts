import { black, contrast, fromLch, mix, parseHex, type Rgb, reach, toHex, toLch, white } from './colours.ts';

/** Telegram's theme parameters, any of which may be missing. */
export type TelegramTheme = Readonly<Record<string, string | undefined>>;
export interface Painted {
  readonly dark: boolean;
  /** Our tokens (`--surface` ...) in readable colours. */
  readonly tokens: Readonly<Record<`--${string}`, string>>;
  /** For Telegram's own MainButton. */
  readonly button: { readonly color: `#${string}`; readonly textColor: `#${string}` };
}

const ours = {
  light: {
    star: '#7D5200',
    fill: '#F2B11C',
    ok: '#12693C',
    warn: '#A63F08',
    bad: '#B3261E',
    text: '#17191C',
    link: '#0B5FC4',
  },
  dark: {
    star: '#F4B740',
    fill: '#F4B740',
    ok: '#5CCB8B',
    warn: '#FF9D5C',
    bad: '#FF7A70',
    text: '#ECEAE4',
    link: '#6CB2FF',
  },
};
/** Least contrast: text, second text, verdicts, links and stars, borders of controls (look/README §2). */
const need = { text: 9, muted: 5.2, verdict: 5.4, link: 4.8, control: 3.1, button: 4.55 };

/** Telegram's colours in, readable colours out: stock themes are tuned a little, odd ones as much as it takes. */
export function paint(theme: TelegramTheme): Painted {
  const given = (name: string) => parseHex(theme[name]);
  const known = (hex: string) => parseHex(hex) ?? black;
  const section = given('section_bg_color') ?? given('bg_color') ?? white;
  const dark = isDark(section, given('text_color'));
  const own = dark ? ours.dark : ours.light;
  // A mid-grey ground carries neither black nor white comfortably: the ground itself moves.
  const surface = carry(section, dark);
  const wanted = given('text_color') ?? known(own.text);
  const ground = carry(given('secondary_bg_color') ?? mix(reach(wanted, [surface], need.text), surface, 0.05), dark);
  const grounds = [surface, ground];
  const text = reach(wanted, grounds, need.text);
  const ink = mix(text, surface, 0.91);
  const link = reach(given('link_color') ?? given('accent_text_color') ?? known(own.link), grounds, need.link);
  const muted = reach(
    given('subtitle_text_color') ?? given('hint_color') ?? mix(text, surface, 0.6),
    grounds,
    need.muted,
  );
  // Where section and page share a colour, hairlines carry the layout.
  const line = contrast(surface, ground) < 1.08 ? 1.6 : 1.25;
  const colours: Record<string, Rgb> = {
    ...{ surface, raised: surface, bg: ground, text, ink, muted, faint: muted, link, focus: link },
    'on-ink': reach(surface, [ink], 4.6),
    hairline: reach(given('section_separator_color') ?? mix(text, surface, 0.13), grounds, line),
    control: reach(mix(text, surface, 0.45), grounds, need.control),
    star: reach(known(own.star), grounds, need.link),
    'star-fill': known(own.fill),
    ok: reach(known(own.ok), grounds, need.verdict),
    warn: reach(known(own.warn), grounds, need.verdict),
    bad: reach(known(own.bad), grounds, need.verdict),
  };
  const tokens = Object.fromEntries(Object.entries(colours).map(([name, colour]) => [`--${name}`, toHex(colour)]));
  return { dark, tokens, button: paintButton(given('button_color') ?? link, given('button_text_color') ?? white) };
}

function isDark(section: Rgb, text: Rgb | null): boolean {
  if (contrast(section, white) > contrast(section, black)) return true;
  return text !== null && contrast(text, black) > contrast(text, white) && toLch(section)[0] < 0.62;
}

function carry(ground: Rgb, dark: boolean): Rgb {
  const [lightness, chroma, hue] = toLch(ground);
  let moved = ground;
  for (let away = 0.01; contrast(moved, dark ? white : black) < need.text && away < 1; away += 0.01) {
    moved = fromLch([lightness + (dark ? -away : away), chroma, hue]);
  }
  return moved;
}

/** Stock Telegram buttons fail contrast: the button's own lightness moves, its text stays. */
function paintButton(button: Rgb, text: Rgb): Painted['button'] {
  const readable = contrast(text, button) < 4.5 ? reach(button, [text], need.button) : button;
  return { color: toHex(readable) as `#${string}`, textColor: toHex(text) as `#${string}` };
}
