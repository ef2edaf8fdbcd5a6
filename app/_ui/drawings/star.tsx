import { useTranslations } from 'next-intl';

const sixPoints =
  'M8 1L9.54 5.33L14.06 4.5L11.08 8L14.06 11.5L9.54 10.67L8 15L6.46 10.67L1.94 11.5L4.92 8L1.94 4.5L6.46 5.33Z';

/** Our star glyph, set after a figure. Gold fill with the 1 px outline, without which it fades on paper. */
export function Star({ decorative = false }: { decorative?: boolean }) {
  const t = useTranslations('ui');
  return (
    <svg
      className="star"
      viewBox="0 0 16 16"
      role={decorative ? undefined : 'img'}
      aria-label={decorative ? undefined : t('stars')}
      aria-hidden={decorative || undefined}
    >
      <path d={sixPoints} fill="var(--star-fill)" stroke="var(--star)" strokeWidth={1} strokeLinejoin="round" />
    </svg>
  );
}

/** The mark of the product: a star over a ruler, its lower ray is the pointer. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width={24} height={24} aria-hidden="true">
      <path
        d="M16 2L18.31 8.5L25.09 7.25L20.62 12.5L25.09 17.75L18.31 16.5L16 23L13.69 16.5L6.91 17.75L11.38 12.5L6.91 7.25L13.69 8.5Z"
        fill="var(--star-fill)"
        stroke="var(--star)"
        strokeWidth={1.25}
        strokeLinejoin="round"
      />
      <path
        d="M3 27.25h26M5 27v-3M9.4 27v-2M13.8 27v-2M16 27v-4M18.2 27v-2M22.6 27v-2M27 27v-3"
        fill="none"
        stroke="var(--text)"
        strokeWidth={1.5}
        strokeLinecap="round"
      />
    </svg>
  );
}
