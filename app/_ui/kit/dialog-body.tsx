'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

export interface DialogBodyProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title; read with it. */
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** `sheet`: from below on a phone, a panel on the right elsewhere. */
  shape?: 'dialog' | 'sheet';
  wide?: boolean;
  /** A form half filled must not vanish by a stray click. */
  keepOnOutsidePress?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
}

export function DialogBody({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  shape = 'dialog',
  wide = false,
  keepOnOutsidePress = false,
  initialFocus,
}: DialogBodyProps) {
  const t = useTranslations('common');
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      disablePointerDismissal={keepOnOutsidePress}
    >
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className={classNames('dialog-place', shape === 'sheet' && 'sheet-place')}>
          <Base.Popup
            className={classNames('dialog', shape === 'sheet' && 'sheet', wide && 'dialog-wide')}
            initialFocus={initialFocus}
          >
            <header className="dialog-head">
              <Base.Title>{title}</Base.Title>
              <Base.Close className="button button-quiet button-icon dialog-close" aria-label={t('close')}>
                <Icon name="close" />
              </Base.Close>
            </header>
            {description && <Base.Description className="text-muted">{description}</Base.Description>}
            {children && <div className="dialog-content">{children}</div>}
            {footer && <footer className="dialog-foot">{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
