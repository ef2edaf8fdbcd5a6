import './_reference/reference.css';
import './_reference/endpoint.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { web } from '#/server/compose.web.ts';
import { openApiDocument } from '#/server/trpc/openapi.ts';
import { Texts } from '../../../_ui/i18n/texts.tsx';
import { ButtonLink } from '../../../_ui/kit/button.tsx';
import { PageHead, SectionHead } from '../../../_ui/kit/plate.tsx';
import { baseUrlOf } from './_reference/base-url.ts';
import { EndpointArticle } from './_reference/endpoint-article.tsx';
import { type Endpoint, endpointGroups } from './_reference/endpoints.ts';
import { FindMethod } from './_reference/find-method.tsx';
import { KeyField } from './_reference/key-field.tsx';
import { Findable, ReferenceProvider } from './_reference/reference-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apiDocs');
  return { title: t('metaTitle'), description: t('lead') };
}

export default async function ApiReferencePage() {
  const { config } = web().deps;
  const [document, baseUrl, t] = await Promise.all([
    openApiDocument(config),
    baseUrlOf(config.http.publicUrl),
    getTranslations('apiDocs'),
  ]);
  // Calls of rooms that came later than their sentence fall back on the document's own words.
  const titleOf = ({ id, summary }: Endpoint) =>
    t.has(`operations.${id}` as never) ? t(`operations.${id}` as never) : summary;
  const tagName = (tag: string) => (t.has(`tags.${tag}` as never) ? t(`tags.${tag}` as never) : tag);
  const groups = endpointGroups(document, baseUrl).map(({ tag, endpoints }) => ({
    tag,
    name: tagName(tag),
    entries: endpoints.map((endpoint) => {
      const title = titleOf(endpoint);
      const text = [endpoint.method, endpoint.path, title, endpoint.summary, tagName(tag)].join(' ');
      return { endpoint, title, text };
    }),
  }));
  const textOf = (entries: readonly { text: string }[]) => entries.map(({ text }) => text);

  return (
    <Texts namespaces={['apiDocs']}>
      <ReferenceProvider>
        <div className="reference">
          <nav className="reference-nav" aria-label={t('methods')}>
            <FindMethod texts={groups.flatMap(({ entries }) => textOf(entries))} />
            {groups.map(({ tag, name, entries }) => (
              <Findable key={tag} className="reference-group" text={textOf(entries).join(' ')}>
                <p>{name}</p>
                <ul>
                  {entries.map(({ endpoint, title, text }) => (
                    <Findable key={endpoint.id} as="li" text={text}>
                      <a href={`#${endpoint.id}`}>
                        <span>{title}</span>
                        <code>{endpoint.method}</code>
                      </a>
                    </Findable>
                  ))}
                </ul>
              </Findable>
            ))}
          </nav>
          <div className="reference-body">
            <PageHead
              title={t('title')}
              sub={t('version', { version: document.info.version })}
              actions={
                <ButtonLink href="/api/v1/openapi.json" prefetch={false} icon="download">
                  {t('download')}
                </ButtonLink>
              }
            />
            <p className="reference-lead">{t('lead')}</p>
            <Beginning />
            {groups.map(({ tag, name, entries }) => (
              <Findable key={tag} as="section" className="reference-section" text={textOf(entries).join(' ')}>
                <SectionHead title={name} />
                {entries.map(({ endpoint, title, text }) => (
                  <Findable key={endpoint.id} text={text}>
                    <EndpointArticle endpoint={endpoint} title={title} />
                  </Findable>
                ))}
              </Findable>
            ))}
          </div>
        </div>
      </ReferenceProvider>
    </Texts>
  );
}

const rules = ['auth', 'errors', 'repeats', 'pages', 'numbers'] as const;

async function Beginning() {
  const t = await getTranslations('apiDocs');
  const code = (text: ReactNode) => <code>{text}</code>;
  return (
    <>
      <section className="reference-section" aria-labelledby="start">
        <SectionHead id="start" title={t('start.title')} />
        <div className="plate reference-start">
          <ol>
            <li>{t.rich('start.step1', { keys: (text) => <Link href="/app/settings/api-keys">{text}</Link> })}</li>
            <li>{t('start.step2')}</li>
            <li>{t('start.step3')}</li>
          </ol>
          <KeyField />
        </div>
      </section>
      <section className="reference-section" aria-labelledby="rules">
        <SectionHead id="rules" title={t('rules.title')} />
        <dl className="reference-rules">
          {rules.map((rule) => (
            <div key={rule}>
              <dt>{t(`rules.${rule}`)}</dt>
              <dd>{t.rich(`rules.${rule}Text`, { code })}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
