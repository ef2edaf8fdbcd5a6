'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useTransition } from 'react';

/** Shows the step that the server says is next; pending until it stands there. */
export function useNextStep(): readonly [arriving: boolean, arrive: () => void] {
  const router = useRouter();
  const [arriving, start] = useTransition();
  const arrive = useCallback(() => {
    // One or the other: a refresh beside a navigation to the same page can lose the race and show the old step.
    start(() => (location.search ? router.replace('/setup') : router.refresh()));
  }, [router]);
  return [arriving, arrive];
}
