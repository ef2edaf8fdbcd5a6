'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, type ButtonTone } from '../../../_ui/kit/button.tsx';
import { callProcedure } from '../../_sign-in/call-procedure.ts';
import { FormFault } from '../../_sign-in/form-fault.tsx';
import { goTo } from '../../_sign-in/go-to.ts';
import { useNextStep } from './use-next-step.ts';

type Deed = 'confirmAddress' | 'skipBot' | 'finish';

/** A step that needs one press: does it, then the page shows the next one. */
export function StepButton({
  deed,
  label,
  pendingLabel,
  tone = 'primary',
  leaveFor,
}: {
  deed: Deed;
  label: string;
  pendingLabel: string;
  tone?: ButtonTone;
  /** Instead of the next step. */
  leaveFor?: string;
}) {
  const ui = useTranslations('ui');
  const [sending, setSending] = useState(false);
  const [arriving, arrive] = useNextStep();
  const [fault, setFault] = useState<string>();
  const pending = sending || arriving;

  const press = async () => {
    if (pending) return;
    setSending(true);
    setFault(undefined);
    const done = await callProcedure(`setup.${deed}`, undefined);
    if (!done.ok) {
      setFault(done.failure.message ?? ui('networkError'));
      setSending(false);
      return;
    }
    if (leaveFor) return goTo(leaveFor);
    arrive();
    setSending(false);
  };
  return (
    <>
      <FormFault>{fault}</FormFault>
      <Button tone={tone} size="large" wide pending={pending} onClick={press}>
        {pending ? pendingLabel : label}
      </Button>
    </>
  );
}
