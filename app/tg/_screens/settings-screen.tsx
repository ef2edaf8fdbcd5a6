'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Segmented } from '#/app/_ui/kit/choices.tsx';
import { Facts } from '#/app/_ui/kit/facts.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import { Section } from '#/app/_ui/kit/plate.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { rememberLocale } from '#/app/_ui/theme/preference-cookies.ts';
import { type Locale, locales } from '#/server/texts/shape.ts';
import type { Me } from '#/server/users/profile/schema.ts';
import { useMainButton } from '../_shell/use-telegram-buttons.ts';
import { ScreenState } from './screen-state.tsx';
import { TodoRow } from './todo-row.tsx';
import { useMe } from './use-me.ts';

export function SettingsScreen() {
  const me = useMe();
  if (!me.data) return <ScreenState error={me.error} onRetry={() => void me.refetch()} />;
  return <Profile key={me.data.displayName} me={me.data} />;
}

function Profile({ me }: { me: Me }) {
  const t = useTranslations('tg');
  const ui = useTranslations('ui');
  const trpc = useTRPC();
  const router = useRouter();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState(me.displayName);
  const save = useMutation(
    trpc.me.update.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.me.get.queryKey(), saved);
        showToast({ text: t('settings.saved') });
      },
    }),
  );
  const isChanged = name.trim() !== me.displayName;
  useMainButton(
    isChanged
      ? { text: t('settings.save'), isBusy: save.isPending, onPress: () => save.mutate({ displayName: name }) }
      : null,
  );
  function chooseLocale(next: Locale) {
    rememberLocale(next);
    save.mutate({ locale: next });
    router.refresh();
  }
  return (
    <>
      <h1 className="mini-app-title">{t('settings.title')}</h1>
      <div className="plate grid gap-4 p-4">
        <Input
          label={t('settings.name')}
          value={name}
          maxLength={80}
          autoComplete="name"
          error={save.error ? errorText(save.error) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Segmented<Locale>
          wide
          label={t('settings.language')}
          name="locale"
          value={locale}
          segments={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
          onValue={chooseLocale}
        />
      </div>
      <Section title={t('settings.account')}>
        <div className="plate">
          <div className="p-4">
            <Facts
              facts={[
                { name: t('settings.login'), value: me.login ?? t('settings.loginNone') },
                {
                  name: t('settings.telegram'),
                  value: me.telegram?.username ? `@${me.telegram.username}` : (me.telegram?.id ?? ''),
                },
              ]}
            />
          </div>
          {me.login === null && (
            <TodoRow href="/tg/link" icon="link" title={t('linkTodo.title')} note={t('linkTodo.note')} />
          )}
        </div>
        <p className="text-muted text-13 mt-3 px-1">{t('settings.theme')}</p>
      </Section>
    </>
  );
}
