'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Checkbox } from '#/app/_ui/kit/choices.tsx';
import { CodeBlock, CopyField } from '#/app/_ui/kit/copy.tsx';
import { Dialog } from '#/app/_ui/kit/dialog.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import type { ApiScope } from '#/server/users/model.ts';

const formId = 'new-api-key';

/** First what the key may do, then the key itself, once: an outside press does not lose it. */
export function NewApiKey({
  open,
  onClose,
  scopes,
}: {
  open: boolean;
  onClose: () => void;
  scopes: readonly ApiScope[];
}) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const router = useRouter();
  const create = useMutation(trpc.apiKeys.create.mutationOptions({ onSuccess: () => router.refresh() }));
  function close() {
    create.reset();
    onClose();
  }
  const made = create.data;
  return (
    <Dialog
      open={open}
      onClose={close}
      keepOnOutsidePress
      title={made ? t('created') : t('make')}
      description={made ? t('createdText') : undefined}
      footer={
        made ? (
          <Button tone="primary" onClick={close}>
            {t('createdDone')}
          </Button>
        ) : (
          <>
            <Button tone="quiet" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" form={formId} tone="primary" pending={create.isPending}>
              {t('make')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="grid gap-4">
          <CopyField label={made.summary.name} value={made.key} />
          <CodeBlock
            label={t('example')}
            code={`curl -H "Authorization: Bearer ${made.key}" ${location.origin}/api/v1/me`}
          />
        </div>
      ) : (
        <NewKeyForm scopes={scopes} error={create.error} onSubmit={(input) => create.mutate(input)} />
      )}
    </Dialog>
  );
}

function NewKeyForm({
  scopes,
  error,
  onSubmit,
}: {
  scopes: readonly ApiScope[];
  error: unknown;
  onSubmit: (input: { name: string; scopes: ApiScope[] }) => void;
}) {
  const t = useTranslations('settings.apiKeys');
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<readonly ApiScope[]>(['read']);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen.length === 0) return;
    onSubmit({ name: String(new FormData(event.currentTarget).get('name')), scopes: [...chosen] });
  }
  return (
    <form id={formId} onSubmit={submit} className="grid gap-4">
      <Input
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        error={error ? errorText(error) : undefined}
      />
      <fieldset className="grid gap-2">
        <legend className="text-13 mb-1 font-medium">{t('scopes')}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={
              <>
                {t(`scope.${scope}`)} <span className="text-muted">{t(`scopeNote.${scope}`)}</span>
              </>
            }
            checked={chosen.includes(scope)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
            }
          />
        ))}
        {chosen.length === 0 && (
          <p className="hint hint-bad" role="alert">
            {t('scopeNeeded')}
          </p>
        )}
      </fieldset>
    </form>
  );
}
