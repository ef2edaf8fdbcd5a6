'use client';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { Switch } from '../kit/choices.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { setSingleKeys, singleKeysOn } from './keys.ts';

export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('shell.shortcuts');
  const [single, setSingle] = useState(singleKeysOn);
  const rows = [
    { name: t('palette'), keys: single ? ['Ctrl K', '⌘K', '/'] : ['Ctrl K', '⌘K'] },
    ...(single ? [{ name: t('help'), keys: ['?'] }] : []),
    { name: t('toasts'), keys: ['F6'] },
    { name: t('close'), keys: ['Esc'] },
  ];
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <dl className="shortcuts">
        {rows.map((row) => (
          <Fragment key={row.name}>
            <dt>{row.name}</dt>
            <dd className="flex gap-1">
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
      <Switch
        className="mt-4"
        label={t('singleKeys')}
        checked={single}
        onChange={(event) => {
          setSingle(event.target.checked);
          setSingleKeys(event.target.checked);
        }}
      />
    </Dialog>
  );
}
