import { useTranslations } from 'next-intl';

/** A live list keeps its place: what came meanwhile waits behind this button. Nothing waits, nothing is shown. */
export function NewRows({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('ui');
  return (
    <div role="status" className="new-rows">
      {count > 0 && (
        <button type="button" className="pill" onClick={onShow}>
          {t('newRows', { count })}
        </button>
      )}
    </div>
  );
}
