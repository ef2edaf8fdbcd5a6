'use client';
import { useRouter } from 'next/navigation';
import { useFormatter } from 'next-intl';
import { LiveMark } from '../kit/live-mark.tsx';
import { useLive, useLiveState } from '../live/live.tsx';
import { useServerNow } from '../numbers/use-server-now.ts';

const tickMs = 1_000;

/** The bar above every page: is the page alive, and what time is it where the person counts days. */
export function LiveStatus() {
  const router = useRouter();
  const format = useFormatter();
  const now = useServerNow(tickMs);
  const { kind, retryInSeconds } = useLiveState();
  // Somebody changed what this page was rendered from: another tab, the bot, an admin.
  useLive(['me.changed', 'user.changed'], () => router.refresh());
  useLive(['session.ended'], (news) => {
    // After a reset nothing is known to have ended; the next request tells.
    if (news.kind === 'reset') router.refresh();
    else
      checkSession().then(
        (alive) => alive || location.assign('/login'),
        () => {},
      );
  });
  return (
    <>
      <LiveMark retryInSeconds={kind === 'lost' ? retryInSeconds : undefined} />
      <span className="status-gap" />
      <span className="status-wide">
        <span className="mono" suppressHydrationWarning>
          {format.dateTime(now, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}
        </span>
        <span suppressHydrationWarning>
          {format.dateTime(now, { day: 'numeric', month: 'long', weekday: 'short' })}
        </span>
      </span>
    </>
  );
}

/** `session.ended` tells that one of the person's sessions ended, not which. */
async function checkSession(): Promise<boolean> {
  const answer = await fetch('/api/trpc/me.get', { headers: { 'content-type': 'application/json' } });
  return answer.status !== 401 && answer.status !== 403;
}
