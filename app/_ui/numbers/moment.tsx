import { useFormatter, useNow } from 'next-intl';

export type MomentStyle = 'date' | 'day' | 'time' | 'seconds' | 'full';

/** h23: «24:05» and thin spaces before PM are what differs between servers and browsers. */
const styles = {
  /** 14 августа 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 14 августа */
  day: { day: 'numeric', month: 'long' },
  /** 19:26 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 19:26:18, in lists of what happened */
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  /** 14 авг. 2026, 19:26 */
  full: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<MomentStyle, Intl.DateTimeFormatOptions>;

/** A moment in the person's time zone. Static: server and browser print the same. */
export function Moment({ at, style = 'full' }: { at: string | Date; style?: MomentStyle }) {
  const format = useFormatter();
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={style === 'full' ? undefined : format.dateTime(date, styles.full)}
      className={style === 'seconds' ? 'mono' : undefined}
      suppressHydrationWarning
    >
      {format.dateTime(date, styles[style])}
    </time>
  );
}

/** Today is a time, this year a day, else a date: for lists. */
export function ShortMoment({ at }: { at: string | Date }) {
  const format = useFormatter();
  const now = useNow();
  const date = new Date(at);
  const day = format.dateTime(date, styles.date);
  const isToday = day === format.dateTime(now, styles.date);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return <Moment at={date} style={isToday ? 'time' : isThisYear ? 'day' : 'date'} />;
}
