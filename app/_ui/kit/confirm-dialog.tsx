'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Input } from './input.tsx';

/**
 * For what cannot be undone: names the effect, and with `word` asks to type it.
 * `onConfirm` may return a promise: the button waits for it, the dialog closes when it is fulfilled and shows `error` otherwise.
 */
export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  action,
  cancel,
  word,
  error,
  tone = 'danger',
  onConfirm,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will happen, with numbers, and that it cannot be undone. */
  description: ReactNode;
  /** The label of the button: the deed, not «OK». */
  action: string;
  cancel?: string;
  word?: string;
  error?: ReactNode;
  tone?: 'danger' | 'primary';
  onConfirm: () => unknown | Promise<unknown>;
}) {
  const t = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const ready = !word || typed.trim().toLowerCase() === word.toLowerCase();

  function close() {
    setTyped('');
    onClose();
  }
  async function confirm() {
    if (!ready || pending) return;
    setPending(true);
    try {
      await onConfirm();
      close();
    } catch {
      // The caller shows the reason through `error`; the dialog stays.
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={description}
      footer={
        <>
          <Button tone="quiet" onClick={close}>
            {cancel ?? t('dontDo')}
          </Button>
          <Button tone={tone} disabled={!ready} pending={pending} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      {(word || error) && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          {word && (
            <Input
              label={t('typeToConfirm', { word })}
              value={typed}
              error={error}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {!word && error && <p className="hint hint-bad">{error}</p>}
        </form>
      )}
    </Dialog>
  );
}
