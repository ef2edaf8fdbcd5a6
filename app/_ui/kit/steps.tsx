import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

export interface Step {
  key: string;
  title: ReactNode;
  note?: ReactNode;
  done: boolean;
  /** A ButtonLink or Button: shown for the first step that is not done. */
  action?: ReactNode;
}

/** First steps: how many are done, the next one with its button, the rest as a list. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('ui');
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <div className="plate">
      <div
        className="steps-progress"
        role="img"
        aria-label={t('steps', { done: String(done), total: String(steps.length) })}
      >
        {steps.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nameless segments
          <i key={index} className={classNames(index < done && 'is-done')} />
        ))}
      </div>
      {next && (
        <div className="steps-next">
          <div className="row-text">
            <p className="row-title">{next.title}</p>
            {next.note && <p>{next.note}</p>}
          </div>
          {next.action}
        </div>
      )}
      <ul className={classNames('steps-rest', !next && 'mt-4')}>
        {steps
          .filter((step) => step !== next)
          .map((step) => (
            <li key={step.key}>
              {step.done ? <Icon name="done" size={16} /> : <i aria-hidden="true" />}
              {step.title}
              {step.done && <span className="sr-only">{t('stepDone')}</span>}
            </li>
          ))}
      </ul>
    </div>
  );
}
