'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { ConfirmDialog } from '#/app/_ui/kit/confirm-dialog.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { sessionSummary } from '#/server/users/sessions/schema.ts';

type Session = z.output<typeof sessionSummary>;

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const t = useTranslations('settings.security');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [asked, setAsked] = useState<'others' | 'all' | null>(null);
  const complain = (error: unknown) => showToast({ text: errorText(error), tone: 'bad' });
  const end = useMutation(
    trpc.sessions.end.mutationOptions({
      onSuccess: () => showToast({ text: t('ended') }),
      onError: complain,
      onSettled: () => router.refresh(),
    }),
  );
  const endAll = useMutation(trpc.sessions.endAll.mutationOptions({ onError: complain }));
  const others = sessions.filter((session) => !session.current).length;

  async function endEvery(keepCurrent: boolean) {
    const { ended } = await endAll.mutateAsync({ keepCurrent });
    // Without a session of its own the page has nothing more to show.
    if (!keepCurrent) location.assign('/login');
    else {
      showToast({ text: t('endedAll', { count: ended }) });
      router.refresh();
    }
  }
  return (
    <>
      <Plate>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            pending={end.isPending && end.variables.sessionId === session.id}
            onEnd={() => end.mutate({ sessionId: session.id })}
          />
        ))}
      </Plate>
      <div className="mt-4 flex flex-wrap gap-2">
        {others > 0 && <Button onClick={() => setAsked('others')}>{t('endAll')}</Button>}
        <Button tone="danger" onClick={() => setAsked('all')}>
          {t('everywhere')}
        </Button>
      </div>
      <ConfirmDialog
        open={asked === 'others'}
        onClose={() => setAsked(null)}
        title={t('endAllTitle')}
        description={t('endAllText', { count: others })}
        action={t('endAll')}
        onConfirm={() => endEvery(true)}
      />
      <ConfirmDialog
        open={asked === 'all'}
        onClose={() => setAsked(null)}
        title={t('everywhereTitle')}
        description={t('everywhereText')}
        action={t('everywhereTitle')}
        onConfirm={() => endEvery(false)}
      />
    </>
  );
}

function SessionRow({ session, pending, onEnd }: { session: Session; pending: boolean; onEnd: () => void }) {
  const t = useTranslations('settings.security');
  const device = [session.browser || t('unknownBrowser'), session.system].filter(Boolean).join(', ');
  return (
    <div className="row">
      <div className="row-text">
        <p className="row-title">{device}</p>
        <p>
          <span className="mono">{session.address}</span> · {t('seen')} <TimeAgo at={session.lastSeenAt} />
        </p>
      </div>
      {session.current ? (
        <Verdict tone="ok">{t('thisBrowser')}</Verdict>
      ) : (
        <Button size="small" pending={pending} onClick={onEnd} aria-label={`${t('end')}: ${device}`}>
          {t('end')}
        </Button>
      )}
    </div>
  );
}
