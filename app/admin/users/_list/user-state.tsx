import { useTranslations } from 'next-intl';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';

const looks = {
  active: { tone: 'ok', glyph: 'ok' },
  blocked: { tone: 'bad', glyph: 'lock' },
  deleted: { tone: 'quiet', glyph: 'sold-out' },
} as const;

export function UserState({ state }: { state: keyof typeof looks }) {
  const t = useTranslations('admin.users');
  const { tone, glyph } = looks[state];
  return (
    <Verdict tone={tone} glyph={glyph} bare>
      {t(`states.${state}`)}
    </Verdict>
  );
}
