import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Two pieces of paper with a cut between them: what happened, and what is left. Prints on one A4. */
export function Receipt({
  children,
  stub,
  compact = false,
}: {
  children: ReactNode;
  stub?: ReactNode;
  compact?: boolean;
}) {
  return (
    <div className={classNames('receipt', compact && 'receipt-compact')}>
      <div className="receipt-body">{children}</div>
      {stub && <div className="receipt-stub">{stub}</div>}
    </div>
  );
}

/** Words on the left, a figure on the right edge. */
export function ReceiptLine({ label, value, total = false }: { label: ReactNode; value: ReactNode; total?: boolean }) {
  return (
    <p className={classNames('receipt-line', total && 'receipt-total')}>
      <span>{label}</span>
      <span className="font-bold">{value}</span>
    </p>
  );
}

export function ReceiptRule() {
  return <hr className="receipt-rule" />;
}
