'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import { Select } from '#/app/_ui/kit/select.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { rememberZone } from '#/app/_ui/theme/preference-cookies.ts';
import type { Me } from '#/server/users/profile/schema.ts';

/** Name and time zone. The person's own zone stands first in the list when the browser tells another than the profile. */
export function ProfileForm({ me, zones }: { me: Me; zones: readonly string[] }) {
  const t = useTranslations('settings.profile');
  const common = useTranslations('common');
  const format = useFormatter();
  const now = useNow();
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [displayName, setDisplayName] = useState(me.displayName);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const known = zones.includes(me.timeZone) ? zones : [me.timeZone, ...zones];
  const save = useMutation(
    trpc.me.update.mutationOptions({
      onSuccess: (saved) => {
        rememberZone(saved.timeZone);
        showToast({ text: t('saved') });
        router.refresh();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ displayName, timeZone });
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Input
        label={t('name')}
        hint={t('nameHint')}
        value={displayName}
        maxLength={80}
        autoComplete="name"
        onChange={(event) => setDisplayName(event.target.value)}
      />
      <Select
        label={t('zone')}
        hint={t('zoneHint', {
          time: format.dateTime(now, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
        })}
        value={timeZone}
        options={known.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onValue={setTimeZone}
      />
      {save.isError && (
        <p className="hint hint-bad" role="alert">
          {errorText(save.error)}
        </p>
      )}
      <div>
        <Button type="submit" tone="primary" pending={save.isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
