'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { countdownText } from '../../_ui/numbers/countdown-text.ts';

/** How long the pause after too many tries still lasts. Ticks for the eye; read aloud once, as the server said it. */
export function PauseLeft({ seconds, spoken }: { seconds: number; spoken: string }) {
  const t = useTranslations('auth.login');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const startedMs = performance.now();
    const timer = setInterval(() => setLeft(seconds - (performance.now() - startedMs) / 1000), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <>
      <span className="sr-only">{spoken}</span>
      <span aria-hidden="true" className="tabular">
        {left > 0 ? t('pause', { time: countdownText(left * 1000) }) : t('pauseOver')}
      </span>
    </>
  );
}
