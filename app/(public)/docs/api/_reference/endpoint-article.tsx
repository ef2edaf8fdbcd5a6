import { getTranslations } from 'next-intl/server';
import { Chip } from '../../../../_ui/kit/chip.tsx';
import { Curl } from './curl.tsx';
import { type Endpoint, keyPlaceholder, type Parameter } from './endpoints.ts';
import type { FieldRow } from './json-schema.ts';
import { typeText } from './type-text.ts';

/** One call: what it needs on the left, how to make it and what comes back on the right. */
export async function EndpointArticle({ endpoint, title }: { endpoint: Endpoint; title: string }) {
  const t = await getTranslations('apiDocs.endpoint');
  const places = { path: t('inPath'), query: t('inQuery'), header: t('inHeader') };
  const call = `${endpoint.method} ${endpoint.path}`;
  return (
    <article id={endpoint.id} className="endpoint" aria-labelledby={`${endpoint.id}-title`}>
      <header className="endpoint-head">
        <h3 id={`${endpoint.id}-title`}>{title}</h3>
        <Chip>{endpoint.scope ? t('needs', { scope: endpoint.scope }) : t('open')}</Chip>
        <a className="endpoint-call mono" href={`#${endpoint.id}`} aria-label={t('link', { name: call })}>
          <b>{endpoint.method}</b> {endpoint.path}
        </a>
      </header>
      <div className="endpoint-columns">
        <div className="endpoint-facts">
          <Fields title={t('parameters')} rows={endpoint.parameters} note={(row: Parameter) => places[row.place]} />
          <Fields title={t('body')} rows={endpoint.body} />
          <details>
            <summary>{t('answerFields', { count: endpoint.answer.length })}</summary>
            <Fields rows={endpoint.answer} bare />
          </details>
        </div>
        <div className="endpoint-example">
          <Curl code={endpoint.curl} placeholder={keyPlaceholder} label={`${t('example')}: ${call}`} />
          <details>
            <summary>{t('answerSample')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keys */}
            <section className="endpoint-sample" tabIndex={0} aria-label={`${t('answerSample')}: ${call}`}>
              <pre>{endpoint.sampleAnswer}</pre>
            </section>
          </details>
        </div>
      </div>
    </article>
  );
}

async function Fields<Row extends FieldRow | Parameter>({
  title,
  rows,
  note,
  bare = false,
}: {
  title?: string;
  rows: readonly Row[];
  note?: (row: Row) => string;
  /** Answers: everything comes, so nothing is marked as needed. */
  bare?: boolean;
}) {
  if (rows.length === 0) return null;
  const [t, types] = await Promise.all([getTranslations('apiDocs.endpoint'), getTranslations('apiDocs.type')]);
  return (
    <>
      {title && <h4>{title}</h4>}
      <dl className="endpoint-fields">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>
              <code>{row.name}</code>
              {!bare && row.required && <em>{t('required')}</em>}
            </dt>
            <dd>{[note?.(row), typeText(row, types)].filter(Boolean).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
