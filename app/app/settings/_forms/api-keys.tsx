'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { ConfirmDialog } from '#/app/_ui/kit/confirm-dialog.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { apiKeySummary } from '#/server/users/api-keys/schema.ts';
import type { ApiScope } from '#/server/users/model.ts';
import { NewApiKey } from './new-api-key.tsx';

type Key = z.output<typeof apiKeySummary>;

export function ApiKeys({ keys, scopes }: { keys: readonly Key[]; scopes: readonly ApiScope[] }) {
  const t = useTranslations('settings.apiKeys');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => {
        showToast({ text: t('revoked') });
        router.refresh();
      },
    }),
  );
  const make = (
    <Button tone="primary" icon="plus" onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  return (
    <>
      <Plate>
        {keys.length === 0 && (
          <EmptyState level={2} drawing="key" title={t('empty')} action={make}>
            {t('emptyText')}
          </EmptyState>
        )}
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
        ))}
      </Plate>
      {keys.length > 0 && <div>{make}</div>}
      <NewApiKey open={making} onClose={() => setMaking(false)} scopes={scopes} />
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        description={t('revokeText')}
        action={t('revoke')}
        error={revoke.error ? errorText(revoke.error) : undefined}
        onConfirm={() => revoking && revoke.mutateAsync({ keyId: revoking.id })}
      />
    </>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: Key; onRevoke: () => void }) {
  const t = useTranslations('settings.apiKeys');
  return (
    <div className="row flex-wrap">
      <div className="row-text">
        <p className="row-title">
          {apiKey.name} <span className="mono text-muted">{apiKey.prefix}…</span>
        </p>
        <p>
          {apiKey.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
          {' · '}
          {apiKey.lastUsedAt ? (
            <>
              {t('used')} <TimeAgo at={apiKey.lastUsedAt} />
            </>
          ) : (
            t('never')
          )}
        </p>
      </div>
      <Button size="small" onClick={onRevoke} aria-label={`${t('revoke')}: ${apiKey.name}`}>
        {t('revoke')}
      </Button>
    </div>
  );
}
