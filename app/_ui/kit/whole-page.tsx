import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '../drawings/star.tsx';

/** A page that holds one message only: not found, broken. */
export function WholePage({ product, children }: { product: string; children: ReactNode }) {
  return (
    <div className="whole-page">
      <header>
        <Link className="brand brand-plain" href="/">
          <Logo />
          {product}
        </Link>
      </header>
      <main id="content">{children}</main>
    </div>
  );
}
