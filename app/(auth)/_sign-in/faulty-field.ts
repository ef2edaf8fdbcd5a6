import type { ReactNode } from 'react';

/** What a form shows: a sentence under a field, or over the whole form. */
export type Faults<Field extends string> = Partial<Record<Field | 'form', ReactNode>>;

/** Focus goes to the first field that has something to mend; with none, to the message over the form. */
export function focusFirstFault(form: HTMLFormElement, faults: Faults<string>): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && faults[control.name]) {
      control.focus();
      control.select();
      return;
    }
  }
  form.querySelector<HTMLElement>('[data-form-fault]')?.focus();
}

export function fieldText(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value : '';
}
