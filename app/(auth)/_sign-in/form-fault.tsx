import type { ReactNode } from 'react';
import { Glyph } from '../../_ui/drawings/icon.tsx';

/** What concerns no single field. The region stands there from the start, so that its words are read aloud. */
export function FormFault({ children }: { children: ReactNode }) {
  return (
    <div aria-live="assertive">
      {children && (
        <p className="form-fault" data-form-fault="" tabIndex={-1}>
          <Glyph name="error" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
