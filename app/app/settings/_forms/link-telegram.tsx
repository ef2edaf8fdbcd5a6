'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button, ButtonLink } from '#/app/_ui/kit/button.tsx';
import { CopyField } from '#/app/_ui/kit/copy.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { Moment } from '#/app/_ui/numbers/moment.tsx';

const askAgainMs = 3_000;

/** Two ways to the same end: a link into the bot made here, or a code made in the Mini App and typed here. */
export function LinkTelegram({ botExists }: { botExists: boolean }) {
  const t = useTranslations('settings.telegram');
  return (
    <>
      <div className="p-4">
        <p className="row-title">{t('notLinked')}</p>
        {botExists ? <LinkByBot /> : <p className="text-muted mt-1">{t('noBot')}</p>}
      </div>
      {botExists && <LinkByCode />}
    </>
  );
}

function LinkByBot() {
  const t = useTranslations('settings.telegram');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const make = useMutation(trpc.linking.createCode.mutationOptions());
  const waiting = make.isSuccess;
  const me = useQuery(
    trpc.me.get.queryOptions(undefined, { enabled: waiting, refetchInterval: waiting ? askAgainMs : false }),
  );
  const linked = waiting && me.data?.telegram != null;
  useEffect(() => {
    if (!linked) return;
    showToast({ text: t('redeemed') });
    router.refresh();
  }, [linked, router, t]);

  if (!make.data?.botLink) {
    return (
      <>
        <p className="text-muted mt-1 mb-3">{t('howBot')}</p>
        {make.error && (
          <p className="hint hint-bad mb-3" role="alert">
            {errorText(make.error)}
          </p>
        )}
        <Button tone="primary" icon="plane" pending={make.isPending} onClick={() => make.mutate()}>
          {t('makeLink')}
        </Button>
      </>
    );
  }
  return (
    <div className="mt-3 grid gap-3">
      <CopyField
        label={t('makeLink')}
        value={make.data.botLink}
        hint={
          <>
            {t('expires')} <Moment at={make.data.expiresAt} style="time" />
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink tone="primary" icon="plane" href={make.data.botLink}>
          {t('openBot')}
        </ButtonLink>
        <span role="status">
          <Verdict tone="quiet" glyph="clock">
            {t('waiting')}
          </Verdict>
        </span>
      </div>
    </div>
  );
}

function LinkByCode() {
  const t = useTranslations('settings.telegram');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const redeem = useMutation(
    trpc.linking.redeem.mutationOptions({
      onSuccess: ({ absorbed }) => {
        showToast({ text: absorbed ? t('absorbed') : t('redeemed') });
        router.refresh();
      },
    }),
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    redeem.mutate({ code: String(new FormData(event.currentTarget).get('code')) });
  }
  return (
    <form onSubmit={submit} className="border-hairline grid gap-3 border-t p-4">
      <Input
        label={t('code')}
        hint={t('codeHint')}
        name="code"
        required
        minLength={4}
        maxLength={128}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono"
        error={redeem.error ? errorText(redeem.error) : undefined}
      />
      <div>
        <Button type="submit" pending={redeem.isPending}>
          {t('redeem')}
        </Button>
      </div>
    </form>
  );
}
