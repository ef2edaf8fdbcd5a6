import type { ReactNode } from 'react';
import { Glyph } from '../drawings/icon.tsx';
import { Spinner } from './button.tsx';
import { classNames } from './class-names.ts';

export interface FieldNotes {
  /** What to write here. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; replaces the hint and is read aloud. */
  error?: ReactNode;
  /** Checked and fine. */
  ok?: ReactNode;
  /** Being checked. */
  checking?: ReactNode;
}

export interface FieldProps extends FieldNotes {
  /** The id of the control inside; the note's id is `<id>-note`. */
  id: string;
  label: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A label over a control over a note. `Input`, `Select` and the others draw it themselves when they get a `label`. */
export function Field({ id, label, className, children, ...notes }: FieldProps) {
  return (
    <div className={classNames('field', className)}>
      <label id={labelId(id)} className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <FieldNote id={noteId(id)} {...notes} />
    </div>
  );
}

export function labelId(id: string): string {
  return `${id}-label`;
}

export function noteId(id: string): string {
  return `${id}-note`;
}

/** What a control inside a Field carries, so that its note is read with it. */
export function fieldAria(id: string, notes: FieldNotes) {
  const described = notes.error || notes.ok || notes.checking || notes.hint;
  return {
    id,
    'aria-invalid': notes.error ? (true as const) : undefined,
    'aria-describedby': described ? noteId(id) : undefined,
  };
}

export function FieldNote({ id, hint, error, ok, checking }: FieldNotes & { id: string }) {
  // The live region stands there from the start: one that appears with its text is not announced everywhere.
  return (
    <div id={id} aria-live="polite">
      {error ? (
        <p className="hint hint-bad">
          <Glyph name="error" />
          <span>{error}</span>
        </p>
      ) : checking ? (
        <p className="hint">
          <Spinner small />
          <span>{checking}</span>
        </p>
      ) : ok ? (
        <p className="hint hint-ok">
          <Glyph name="ok" />
          <span>{ok}</span>
        </p>
      ) : (
        hint && <p className="hint">{hint}</p>
      )}
    </div>
  );
}
