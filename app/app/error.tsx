'use client';
import { BrokenPage } from '../_ui/kit/broken-page.tsx';

export default function PageBroken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPage code={error.digest} onRetry={reset} />;
}
