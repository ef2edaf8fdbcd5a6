'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { fold, needlesOf } from '../../../../_ui/palette/model.ts';

interface ReferenceState {
  readonly query: string;
  setQuery(query: string): void;
  /** Only in this page's memory. */
  readonly apiKey: string;
  setApiKey(key: string): void;
}
const Reference = createContext<ReferenceState>({ query: '', setQuery() {}, apiKey: '', setApiKey() {} });

export function ReferenceProvider({ children }: { children: ReactNode }) {
  const [query, setQuery] = useState('');
  const [apiKey, setApiKey] = useState('');
  const state = useMemo(() => ({ query, setQuery, apiKey, setApiKey }), [query, apiKey]);
  return <Reference value={state}>{children}</Reference>;
}

export const useReference = () => useContext(Reference);

/** Some word of each reading of what was typed, also in the other keyboard layout. */
export function fits(text: string, query: string): boolean {
  const needles = needlesOf(query);
  if (needles.length === 0) return true;
  const folded = fold(text);
  return needles.some((needle) => needle.split(/\s+/).every((word) => folded.includes(word)));
}

/** Hides what the search does not want; stays in the page, so that anchors and find-in-page keep working when it is empty. */
export function Findable({
  text,
  as: Tag = 'div',
  className,
  children,
}: {
  text: string;
  as?: 'div' | 'li' | 'section';
  className?: string;
  children: ReactNode;
}) {
  const { query } = useReference();
  return (
    <Tag className={className} hidden={!fits(text, query)}>
      {children}
    </Tag>
  );
}
