import type { ReactNode } from 'react';
import { BrokenDial } from './broken-dial.tsx';
import { DrawingFrame } from './drawing-frame.tsx';

export type DrawingName = 'desk' | 'printer' | 'key' | 'broken' | 'nothing-found';

type LineDrawing = Exclude<DrawingName, 'broken'>;

const lines: Record<LineDrawing, ReactNode> = {
  // An empty desk with a gift, a place kept for another, a ruler.
  desk: (
    <>
      <path d="M16 88h128M28 88v16M132 88v16" />
      <path d="M22 94h116" opacity=".4" />
      <rect x="40" y="50" width="44" height="38" rx="3" />
      <path d="M40 62h44M62 50v38M62 50c-5-14-19-12-18-4 1 4 10 4 18 4zm0 0c5-14 19-12 18-4-1 4-10 4-18 4z" />
      <path d="M100 88V70a14 14 0 0 1 28 0v18" strokeDasharray="2 4" />
      <path d="M104 40h28M104 40v5M110 40v3M116 40v5M122 40v3M128 40v5M132 40v3" />
    </>
  ),
  // Nothing printed yet.
  printer: (
    <>
      <path d="M36 60h88l8 16v24a4 4 0 0 1-4 4H32a4 4 0 0 1-4-4V76z" />
      <path d="M28 76h104" />
      <path d="M52 76V14l5 4 5-4 5 4 5-4 5 4 5-4 5 4 5-4 5 4 5-4 6 4v58" />
      <path d="M60 30h24M60 40h38M60 50h16" opacity=".55" />
      <circle cx="118" cy="90" r="4" />
      <path d="M42 90h30" strokeDasharray="2 4" />
    </>
  ),
  // Nobody is connected.
  key: (
    <>
      <rect x="30" y="10" width="48" height="92" rx="8" />
      <path d="M48 18h12M38 84h32" />
      <circle cx="54" cy="44" r="9" />
      <path d="M40 70c2-9 7-13 14-13s12 4 14 13" />
      <path d="M78 56h18" strokeDasharray="2 4" />
      <circle cx="108" cy="56" r="11" />
      <circle cx="108" cy="56" r="4" />
      <path d="M119 56h27M136 56v8M144 56v6" />
    </>
  ),
  // A loupe over blank lines.
  'nothing-found': (
    <>
      <path d="M22 24h60M22 38h40M22 52h34M22 66h40M22 80h60" opacity=".55" />
      <circle cx="98" cy="50" r="26" />
      <path d="M117 69l23 23" />
      <path d="M86 50h24" strokeDasharray="2 4" />
    </>
  ),
};

const stars: Record<LineDrawing, [x: number, y: number, size: number]> = {
  desk: [118, 22, 1.43],
  printer: [97, 50, 0.86],
  key: [130, 28, 1],
  'nothing-found': [134, 26, 1],
};

/** Line drawings of empty and broken places: one gold star each, the rest is hairline. */
export function Drawing({ name }: { name: DrawingName }) {
  if (name === 'broken') return <BrokenDial />;
  return <DrawingFrame star={stars[name]}>{lines[name]}</DrawingFrame>;
}
