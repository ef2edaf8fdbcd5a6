import { useTranslations } from 'next-intl';
import { ButtonLink } from '#/app/_ui/kit/button.tsx';
import { Plate, Section } from '#/app/_ui/kit/plate.tsx';
import { type Step, Steps } from '#/app/_ui/kit/steps.tsx';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import type { Overview } from '#/server/users/overview/schema.ts';

const wayTo = {
  account: '/app',
  name: '/app/settings',
  telegram: '/app/settings/telegram',
  apiKey: '/app/settings/api-keys',
};

export function FirstSteps({ steps }: { steps: Overview['steps'] }) {
  const t = useTranslations('overview');
  const ui = useTranslations('ui');
  const done = steps.filter((step) => step.done).length;
  const shown: Step[] = steps.map(({ key, done }) => ({
    key,
    done,
    title: done ? t(`stepDoneTitle.${key}`) : t(`step.${key}.title`),
    note: t(`step.${key}.note`),
    action: (
      <ButtonLink href={wayTo[key]} tone="primary">
        {t(`step.${key}.action`)}
      </ButtonLink>
    ),
  }));
  return (
    <Section title={t('firstSteps')} meta={ui('steps', { done: String(done), total: String(steps.length) })}>
      {done < steps.length ? (
        <Steps steps={shown} />
      ) : (
        <Plate padded>
          <Verdict tone="ok" bare>
            {t('stepsDone')}
          </Verdict>
        </Plate>
      )}
    </Section>
  );
}
