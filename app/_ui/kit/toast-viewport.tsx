'use client';
import { Toast } from '@base-ui/react/toast';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { receiveToasts, type ToastOptions, toastMs } from './toast.ts';

/** F6 moves the focus here; the clock stops under the pointer and with the focus inside. */
export function ToastViewport() {
  return (
    <Toast.Provider limit={3}>
      <Receiver />
      <Toast.Portal>
        <List />
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Receiver() {
  const { add } = Toast.useToastManager<ToastOptions>();
  useEffect(
    () =>
      receiveToasts((options) => {
        add({
          id: options.id,
          description: options.text,
          timeout: toastMs(options),
          priority: options.tone === 'bad' ? 'high' : 'low',
          data: options,
        });
      }),
    [add],
  );
  return null;
}

function List() {
  const t = useTranslations('ui');
  const common = useTranslations('common');
  const { toasts, close } = Toast.useToastManager<ToastOptions>();
  return (
    <Toast.Viewport className="toasts" aria-label={t('notifications')}>
      {toasts.map((toast) => {
        const options = toast.data;
        const undo = options?.undo;
        const action = undo ? { label: common('undo'), onPress: undo } : options?.action;
        return (
          <Toast.Root
            key={toast.id}
            toast={toast}
            className="toast"
            aria-label={options?.text}
            swipeDirection={['down', 'right']}
          >
            <Toast.Content className="toast-content">
              <Toast.Description className="toast-text" />
              {action && (
                <button
                  type="button"
                  className="toast-action"
                  onClick={() => {
                    action.onPress();
                    close(toast.id);
                  }}
                >
                  <u>{action.label}</u>
                  {undo && <Countdown from={toastMs(options)} />}
                </button>
              )}
              <Toast.Close className="toast-close" aria-label={common('close')}>
                <Icon name="close" size={16} />
              </Toast.Close>
            </Toast.Content>
            {undo && <span className="toast-fuse" style={{ animationDuration: `${toastMs(options)}ms` }} />}
          </Toast.Root>
        );
      })}
    </Toast.Viewport>
  );
}

/** Whole seconds left, for the eye only: the button's name must not change under a screen reader. */
function Countdown({ from }: { from: number }) {
  const t = useTranslations('ui');
  const [seconds, setSeconds] = useState(Math.round(from / 1000));
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden="true" className="tabular">
      {' '}
      {t('undoIn', { seconds: String(seconds) })}
    </span>
  );
}
