'use client';
import { useEffect } from 'react';

/** Survives a reload of this tab, unlike the address, and dies with the tab, unlike a cookie. */
const place = 'setup-key';

/** Takes the one-time key out of the address, so that history, screenshots and referrers do not hold it. */
export function TakeKeyOutOfAddress({ keep }: { keep: string | null }) {
  useEffect(() => {
    if (keep) sessionStorage.setItem(place, keep);
    else sessionStorage.removeItem(place);
    if (new URLSearchParams(location.search).has('key')) history.replaceState(history.state, '', '/setup');
  }, [keep]);
  return null;
}

/** After a reload the address has lost the key: ask once more with the one kept for this tab. */
export function ResumeWithKeptKey() {
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    // Once: a key that no longer works must not send anybody round in circles.
    sessionStorage.removeItem(place);
    location.replace(`/setup?key=${encodeURIComponent(kept)}`);
  }, []);
  return null;
}

export function forgetKey(): void {
  sessionStorage.removeItem(place);
}
