import { useMessages, useTranslations } from 'next-intl';
import { TextLink } from '#/app/_ui/kit/button.tsx';
import { Plate, Section } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { ShortMoment } from '#/app/_ui/numbers/moment.tsx';
import { auditKey } from '#/server/texts/audit-words.ts';
import type { Overview } from '#/server/users/overview/schema.ts';

/** What happened to the account, newest first. */
export function Journal({ entries }: { entries: Overview['journal'] }) {
  const t = useTranslations('overview');
  const words = useTranslations('audit');
  const known = useMessages().audit;
  return (
    <Section title={t('journal')} meta={<TextLink href="/app/settings/security">{t('journalAll')}</TextLink>}>
      <Plate>
        {entries.length === 0 && (
          <EmptyState drawing="desk" title={t('journal')}>
            {t('journalEmpty')}
          </EmptyState>
        )}
        {entries.map(({ id, at, action, byOwner }) => {
          const key = auditKey(action, known);
          return (
            <div key={id} className="row row-compact">
              <span className="mono text-muted w-24 flex-none">
                <ShortMoment at={at} />
              </span>
              <span className="row-text">{key ? words(key) : action}</span>
              {!byOwner && <span className="text-muted text-13">{t('byAdmin')}</span>}
            </div>
          );
        })}
      </Plate>
    </Section>
  );
}
