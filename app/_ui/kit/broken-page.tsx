'use client';
import { broken as en } from '#/server/texts/en/broken.ts';
import { broken as ru } from '#/server/texts/ru/broken.ts';
import { BrokenDial } from '../drawings/broken-dial.tsx';

/**
 * Said when a page could not be drawn. It leans on nothing that may have broken, and it is in the code of every page,
 * so it is small: its words come with it,
 * the language from the document or its cookie. `code` is the number under which the server wrote the error down.
 */
export function BrokenPage({ code, onRetry, level = 1 }: { code?: string; onRetry: () => void; level?: 1 | 2 }) {
  const t = isEnglish() ? en : ru;
  const Title = `h${level}` as const;
  return (
    <div role="alert" className="empty">
      <BrokenDial />
      <Title>{t.title}</Title>
      <p>{t.text}</p>
      <button type="button" className="button button-primary" onClick={onRetry}>
        {t.action}
      </button>
      {code && <p className="text-13">{t.code.replace('{code}', code)}</p>}
    </div>
  );
}

export function isEnglish(): boolean {
  if (typeof document === 'undefined') return false;
  return document.documentElement.lang === 'en' || /(?:^|;\s*)locale=en/.test(document.cookie);
}
