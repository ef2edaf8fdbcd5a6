'use client';
import { useFormatter } from 'next-intl';
import { countdownText } from './countdown-text.ts';
import { useServerNow } from './use-server-now.ts';

/** «1:33:42» until `until`, ticking each second; read aloud as the moment itself, not second by second. */
export function Countdown({ until }: { until: string | Date }) {
  const format = useFormatter();
  const now = useServerNow(1000);
  const date = new Date(until);
  return (
    <time
      dateTime={date.toISOString()}
      title={format.dateTime(date, { dateStyle: 'long', timeStyle: 'medium' })}
      className="tabular"
      suppressHydrationWarning
    >
      {countdownText(date.getTime() - now.getTime())}
    </time>
  );
}
