'use client';
import { useEffect, useRef } from 'react';

let seenOne = false;

/** The heading of a step. When the step changes under the reader, reading goes on here; not on the first arrival. */
export function StepTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (seenOne) heading.current?.focus();
    seenOne = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
