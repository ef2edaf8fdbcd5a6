'use client';
import { useMutation } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { CopyButton } from '#/app/_ui/kit/copy.tsx';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { useBackTo, useMainButton } from '../_shell/use-telegram-buttons.ts';
import { ScreenState } from './screen-state.tsx';
import { useMe } from './use-me.ts';

/** A one-time code to type on the web. When it was typed there, the live channel tells and this screen says so. */
export function LinkScreen() {
  const t = useTranslations('tg.link');
  const common = useTranslations('common');
  const format = useFormatter();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const me = useMe();
  const make = useMutation(trpc.linking.createCode.mutationOptions());
  const isLinked = me.data?.login != null;
  useBackTo('/tg');
  useMainButton(
    me.data && !isLinked
      ? { text: make.data ? t('again') : t('get'), isBusy: make.isPending, onPress: () => make.mutate() }
      : null,
  );
  if (!me.data) return <ScreenState error={me.error} onRetry={() => void me.refetch()} />;
  return (
    <>
      <h1 className="mini-app-title">{t('title')}</h1>
      <div className="plate grid gap-4 p-4">
        {isLinked ? (
          <span role="status">
            <Verdict tone="ok" bare>
              {t('done', { login: me.data.login ?? '' })}
            </Verdict>
          </span>
        ) : (
          <p>{t('how')}</p>
        )}
        {!isLinked && make.data && (
          <div className="grid justify-items-start gap-2" role="status">
            <span className="sr-only">{t('code')}</span>
            <b className="mini-app-code">{make.data.code}</b>
            <span className="text-muted text-14">
              {t('expires', {
                time: format.dateTime(new Date(make.data.expiresAt), {
                  hour: '2-digit',
                  minute: '2-digit',
                  hourCycle: 'h23',
                }),
              })}
            </span>
            <CopyButton text={make.data.code} label={common('copy')} />
          </div>
        )}
        {make.error && (
          <p className="hint hint-bad" role="alert">
            {errorText(make.error)}
          </p>
        )}
      </div>
    </>
  );
}
