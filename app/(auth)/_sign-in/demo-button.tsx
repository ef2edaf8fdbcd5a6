'use client';
import { useRef, useState } from 'react';
import { Button } from '../../_ui/kit/button.tsx';
import { FormFault } from './form-fault.tsx';
import { goTo } from './go-to.ts';
import { signIn } from './post-credentials.ts';

/** One click: signed in as the demo user and on the desk. Words come as props, so that `/` needs no texts in the browser. */
export function DemoButton({
  label,
  pendingLabel,
  fault,
  next = '/app',
  wide = false,
}: {
  label: string;
  pendingLabel: string;
  /** Said when the server does not answer. */
  fault: string;
  next?: string;
  wide?: boolean;
}) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const busy = useRef(false);
  const open = async () => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setFailure(undefined);
    const outcome = await signIn('demo');
    if (outcome.kind === 'signed-in') return goTo(next);
    busy.current = false;
    setPending(false);
    setFailure(outcome.failure.message ?? fault);
  };
  return (
    <>
      <Button tone="primary" size="large" icon="play" wide={wide} pending={pending} onClick={open}>
        {pending ? pendingLabel : label}
      </Button>
      <FormFault>{failure}</FormFault>
    </>
  );
}
