import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from './_ui/kit/button.tsx';
import { EmptyState } from './_ui/kit/states.tsx';
import { WholePage } from './_ui/kit/whole-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ui.pages'))('notFoundTitle') };
}

export default function NotFound() {
  const t = useTranslations();
  return (
    <WholePage product={t('common.product')}>
      <EmptyState
        plain
        level={1}
        drawing="nothing-found"
        title={t('ui.pages.notFoundTitle')}
        action={
          <ButtonLink tone="primary" href="/">
            {t('ui.pages.notFoundAction')}
          </ButtonLink>
        }
      >
        {t('ui.pages.notFoundText')}
      </EmptyState>
    </WholePage>
  );
}
