'use client';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { type Faults, focusFirstFault } from './faulty-field.ts';

/**
 * One submission at a time: `send` says what to mend, or null when the page is being left (the button stays busy,
 * so that nobody sends twice while the next page loads).
 */
export function useForm<Field extends string>(send: (form: HTMLFormElement) => Promise<Faults<Field> | null>) {
  const [faults, setFaults] = useState<Faults<Field>>({});
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  const onSubmit = useCallback(
    async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      if (busy.current) return;
      const form = event.currentTarget;
      busy.current = true;
      setPending(true);
      setFaults({});
      const found = await send(form);
      if (found === null) return;
      busy.current = false;
      setPending(false);
      setFaults(found);
      // After React has printed them.
      requestAnimationFrame(() => focusFirstFault(form, found));
    },
    [send],
  );
  /** What is being mended is no longer wrong; whether it is right now, the next sending tells. */
  const onInput = useCallback((event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    setFaults((found) => (name in found ? { ...found, [name]: undefined } : found));
  }, []);
  return { faults, pending, onSubmit, onInput };
}
