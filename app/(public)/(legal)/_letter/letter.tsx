import Link from 'next/link';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SectionHead } from '../../../_ui/kit/plate.tsx';

type Page = 'terms' | 'privacy' | 'support';
/** What the tags in the texts become. */
export type LetterTags = Readonly<Record<string, (children: ReactNode) => ReactNode>>;

const tags: LetterTags = {
  code: (text) => <code>{text}</code>,
  terms: (text) => <Link href="/terms">{text}</Link>,
  privacy: (text) => <Link href="/privacy">{text}</Link>,
  support: (text) => <Link href="/support">{text}</Link>,
  security: (text) => <Link href="/app/settings/security">{text}</Link>,
  data: (text) => <Link href="/app/settings/data">{text}</Link>,
};

/** A page to read: every section of `legal.<page>.sections` in its order, its contents beside it. */
export async function Letter({
  page,
  extra = {},
  omit = [],
}: {
  page: Page;
  extra?: LetterTags;
  /** Pieces that do not apply here, as `section.piece`. */
  omit?: readonly string[];
}) {
  const [t, messages] = await Promise.all([getTranslations('legal'), getMessages()]);
  const sections = Object.entries(messages.legal[page].sections as Record<string, Record<string, string>>);
  return (
    <div className="letter">
      <article className="letter-body">
        <h1>{t(`${page}.title`)}</h1>
        <p className="letter-lead">{t(`${page}.lead`)}</p>
        {page !== 'support' && <p className="letter-date">{t('updated')}</p>}
        {sections.map(([key, pieces]) => (
          <section key={key} id={key} className="letter-section" aria-labelledby={`${key}-title`}>
            <SectionHead id={`${key}-title`} title={pieces.title} />
            <Pieces
              page={page}
              section={key}
              names={Object.keys(pieces).filter((name) => name !== 'title' && !omit.includes(`${key}.${name}`))}
              known={{ ...tags, ...extra }}
            />
          </section>
        ))}
      </article>
      <nav className="letter-contents" aria-labelledby="contents">
        <h2 id="contents">{t('contents')}</h2>
        <ul>
          {sections.map(([key, { title }]) => (
            <li key={key}>
              <a href={`#${key}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Paragraphs, then lines of a list, then rows of term and meaning: as the names of the pieces say. */
async function Pieces({
  page,
  section,
  names,
  known,
}: {
  page: Page;
  section: string;
  names: readonly string[];
  known: LetterTags;
}) {
  const t = await getTranslations('legal');
  // Keys are made of the catalogue's own names just listed.
  const say = (name: string) => t.rich(`${page}.sections.${section}.${name}` as never, known as never);
  const named = (kind: string) => names.filter((name) => name.startsWith(kind));
  const paragraphs = names.filter((name) => !/^(?:item|term|about)\d/.test(name));
  return (
    <>
      {paragraphs.map((name) => (
        <p key={name}>{say(name)}</p>
      ))}
      {named('item').length > 0 && (
        <ul>
          {named('item').map((name) => (
            <li key={name}>{say(name)}</li>
          ))}
        </ul>
      )}
      {named('term').length > 0 && (
        <dl className="letter-rows">
          {named('term').map((name) => (
            <div key={name}>
              <dt>{say(name)}</dt>
              <dd>{say(name.replace('term', 'about'))}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
