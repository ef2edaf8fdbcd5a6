'use client';
import { useTranslations } from 'next-intl';
import { Glyph } from '#/app/_ui/drawings/icon.tsx';
import { Plate, Section } from '#/app/_ui/kit/plate.tsx';
import type { Status } from './health-board.tsx';

type Check = Status['checks'][number];

export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('admin.health');
  const ok = checks.filter((check) => check.ok).length;
  return (
    <Section title={t('checks')} meta={t('checksMeta', { ok: String(ok), total: String(checks.length) })}>
      <Plate>
        {checks.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </Plate>
    </Section>
  );
}

/** What was seen, in words; when it is bad, what to do. */
function CheckRow({ check }: { check: Check }) {
  const t = useTranslations('admin.health');
  const { ms, beatAgeMs, missing, failed } = check.seen;
  const left = [missing, failed].flatMap((names) => (Array.isArray(names) ? names : []));
  const numbers = { ms: Number(ms ?? 0), ageSeconds: Math.round(Number(beatAgeMs ?? 0) / 1000), list: left.join(', ') };
  return (
    <div className="row">
      <span className={check.ok ? 'text-ok' : 'text-bad'}>
        <Glyph name={check.ok ? 'ok' : 'error'} />
      </span>
      <div className="row-text">
        <p className="row-title">{t(`check.${check.name}`)}</p>
        <p>{t(`${check.ok ? 'good' : 'bad'}.${check.name}`, numbers)}</p>
      </div>
    </div>
  );
}
