import type { CSSProperties } from 'react';
import { percent } from './meter.tsx';

/** A stretch of time or amount with how much of it has passed; the notch is now. `marks` stand under it at equal steps. */
export function Ruler({ passed, label, marks }: { passed: number; label: string; marks?: readonly string[] }) {
  return (
    <>
      <div className="ruler" role="img" aria-label={label} style={{ '--passed': percent(passed) } as CSSProperties}>
        <b />
        <u className="notch" />
      </div>
      {marks && (
        <div className="scale mt-1" aria-hidden="true">
          {marks.map((mark, index) => (
            <span key={mark} style={{ left: percent(marks.length > 1 ? index / (marks.length - 1) : 0) }}>
              {mark}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
