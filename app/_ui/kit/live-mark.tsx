import { useTranslations } from 'next-intl';
import { Glyph } from '../drawings/icon.tsx';

/** The pulse of the live channel: connected with its delay, or lost and when it tries again. */
export function LiveMark({ delayMs, retryInSeconds }: { delayMs?: number; retryInSeconds?: number }) {
  const t = useTranslations('ui');
  if (retryInSeconds !== undefined) {
    return (
      <span className="live live-lost" role="status">
        <Glyph name="warning" />
        {t('lost', { seconds: String(retryInSeconds) })}
      </span>
    );
  }
  return (
    <span className="live">
      <Glyph name="live" />
      <span>
        {t('live')}
        {delayMs !== undefined && (
          <>
            {' '}
            <b className="mono">{t('stages.ms', { value: String(delayMs) })}</b>
          </>
        )}
      </span>
    </span>
  );
}
