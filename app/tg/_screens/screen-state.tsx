'use client';
import { useTranslations } from 'next-intl';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { ErrorState, LoadingRows } from '#/app/_ui/kit/states.tsx';

/** While nothing is known yet, or nobody was let in. */
export function ScreenState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('tg');
  const errorText = useErrorText();
  if (!error) return <LoadingRows rows={6} />;
  return (
    <ErrorState title={t('refused')} onRetry={onRetry}>
      {errorText(error)}
    </ErrorState>
  );
}
