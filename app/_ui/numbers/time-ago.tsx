'use client';
import { useFormatter } from 'next-intl';
import { useServerNow } from './use-server-now.ts';

/** «5 минут назад», «через 2 часа»; keeps counting. The exact moment is in the title. */
export function TimeAgo({ at }: { at: string | Date }) {
  const format = useFormatter();
  const now = useServerNow(20_000);
  const date = new Date(at);
  const exact = format.dateTime(date, { dateStyle: 'long', timeStyle: 'medium' });
  return (
    <time dateTime={date.toISOString()} title={exact} suppressHydrationWarning>
      {format.relativeTime(date, now)}
    </time>
  );
}
