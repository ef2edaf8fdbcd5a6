import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from '../drawings/drawing.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/** Why there is nothing, and the one thing to do about it. */
export function EmptyState({
  drawing,
  title,
  children,
  action,
  level = 3,
  plain = false,
}: {
  drawing?: DrawingName;
  title: ReactNode;
  /** The reason, one or two sentences. */
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2 | 3;
  /** Without the plate: inside one. */
  plain?: boolean;
}) {
  const Title = `h${level}` as const;
  return (
    <div className={classNames('empty', !plain && 'plate')}>
      {drawing && <Drawing name={drawing} />}
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action && <div className="empty-actions">{action}</div>}
    </div>
  );
}

/** What happened, is anything lost, and the way to try again. The text comes from the server (`errorText`). */
export function ErrorState({
  title,
  children,
  onRetry,
  plain = false,
}: {
  title?: ReactNode;
  children: ReactNode;
  onRetry?: () => void;
  plain?: boolean;
}) {
  const t = useTranslations('ui');
  const common = useTranslations('common');
  return (
    <div role="alert" className={classNames('empty', !plain && 'plate')}>
      <Drawing name="broken" />
      <h3>{title ?? t('errorTitle')}</h3>
      <p>{children}</p>
      {onRetry && (
        <div className="empty-actions">
          <Button tone="secondary" icon="refresh" onClick={onRetry}>
            {common('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2'];

/** Grey lines where rows will stand: the same heights, so nothing jumps. */
export function LoadingRows({ rows = 5 }: { rows?: number }) {
  const t = useTranslations('common');
  return (
    <div role="status" className="plate">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders
        <div key={index} className="row" aria-hidden="true">
          <span className={classNames('skeleton', widths[index % widths.length])} />
        </div>
      ))}
    </div>
  );
}

export function Skeleton({ className }: { className?: string }) {
  return <span className={classNames('skeleton block', className)} aria-hidden="true" />;
}
