'use client';
import { useTranslations } from 'next-intl';
import { SearchInput } from '../../../../_ui/kit/input.tsx';
import { fits, useReference } from './reference-state.tsx';

/** Above the list of methods. How many are left is said aloud while one types. */
export function FindMethod({ texts }: { texts: readonly string[] }) {
  const t = useTranslations('apiDocs');
  const { query, setQuery } = useReference();
  const count = texts.filter((text) => fits(text, query)).length;
  return (
    <div className="reference-find">
      <SearchInput
        label={t('find')}
        value={query}
        maxLength={80}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" className={query && count === 0 ? 'reference-nothing' : 'sr-only'}>
        {query && (count === 0 ? t('nothing') : t('found', { count }))}
      </p>
    </div>
  );
}
