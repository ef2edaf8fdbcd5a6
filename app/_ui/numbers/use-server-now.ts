'use client';
import { useNow } from 'next-intl';
import { useEffect, useState } from 'react';

/**
 * The server's time, carried on by the browser's stopwatch: a wrong clock on a phone does not move our countdowns,
 * and the first render is the same on both sides.
 */
export function useServerNow(everyMs: number): Date {
  const renderedAt = useNow();
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    const startedMs = performance.now();
    const tick = () => setNow(new Date(renderedAt.getTime() + performance.now() - startedMs));
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [renderedAt, everyMs]);
  return now;
}
