'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPCClient } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';

export function ExportData() {
  const t = useTranslations('settings.data');
  const client = useTRPCClient();
  const errorText = useErrorText();
  const load = useMutation({
    mutationFn: () => client.account.export.query(),
    onSuccess: (everything) => {
      saveFile(`stardesk-${everything.exportedAt.slice(0, 10)}.json`, JSON.stringify(everything, null, 2));
      showToast({ text: t('exported') });
    },
    onError: (error) => showToast({ text: errorText(error), tone: 'bad' }),
  });
  return (
    <>
      <p className="text-muted mb-4">{t('exportText')}</p>
      <Button icon="download" pending={load.isPending} onClick={() => load.mutate()}>
        {t('exportAction')}
      </Button>
    </>
  );
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
