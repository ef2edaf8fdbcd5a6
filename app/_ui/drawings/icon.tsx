import { type GlyphName, glyphPaths } from './glyph-paths.ts';
import { dotPaths, type IconName, iconPaths } from './icon-paths.ts';

export type { GlyphName, IconName };

/** Decoration beside a word; a button with an icon alone carries the name itself (`IconButton label`). */
export function Icon({ name, size, className }: { name: IconName; size?: 16 | 18 | 20 | 24; className?: string }) {
  const dots = name in dotPaths;
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      style={size ? { width: size, height: size } : undefined}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={dots ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={dots ? dotPaths[name as keyof typeof dotPaths] : iconPaths[name as keyof typeof iconPaths]} />
    </svg>
  );
}

/** The sign of a verdict; stands before its word. */
export function Glyph({ name, className }: { name: GlyphName; className?: string }) {
  return (
    <svg
      className={className ? `icon-16 ${className}` : 'icon-16'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={glyphPaths[name]} />
      {name === 'limit' && <path d="M5.2 1.75h5.6L8 5.5z" fill="currentColor" />}
    </svg>
  );
}
