/** What doctor saw of one thing, and how to mend it when it is not well. */
export interface Finding {
  readonly label: string;
  readonly state: 'ok' | 'warn' | 'bad';
  readonly text: string;
  /** Lines to do or to paste. */
  readonly mend?: readonly string[];
}

export const ok = (label: string, text: string): Finding => ({ label, state: 'ok', text });
export const warn = (label: string, text: string, ...mend: string[]): Finding => ({ label, state: 'warn', text, mend });
export const bad = (label: string, text: string, ...mend: string[]): Finding => ({ label, state: 'bad', text, mend });
