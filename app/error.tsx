'use client';
import { BrokenPage } from './_ui/kit/broken-page.tsx';

/** Pages without a frame of their own; those of the desk and the admin keep theirs. */
export default function PageBroken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content" className="grid min-h-dvh place-items-center p-6">
      <BrokenPage code={error.digest} onRetry={reset} />
    </main>
  );
}
