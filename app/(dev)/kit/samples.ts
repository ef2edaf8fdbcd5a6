import type { PaletteItem } from '../../_ui/palette/store.ts';

const names = ['Важный гусь', 'Маяк', 'Самовар', 'Кит', 'Варежка', 'Мухомор'];

/** As many as the promise of the palette speaks of. */
export const paletteSamples: readonly PaletteItem[] = [
  {
    id: 'settings',
    label: 'Настройки',
    note: 'профиль, вход',
    icon: 'settings',
    group: 'Страницы',
    href: '/app/settings',
  },
  { id: 'overview', label: 'Обзор', note: 'деньги, дела', icon: 'home', group: 'Страницы', href: '/app' },
  ...Array.from({ length: 10_000 }, (_, at) => ({
    id: `gift:${at}`,
    label: `${names[at % names.length]} № ${at}`,
    icon: 'gift' as const,
    group: 'Подарки',
    href: '/kit',
  })),
];

export interface SampleGift {
  id: string;
  name: string;
  price: string;
  supply: number;
  state: 'sold' | 'open';
}
export const sampleGifts: readonly SampleGift[] = Array.from({ length: 24 }, (_, at) => ({
  id: String(at),
  name: `${names[at % names.length]} ${at + 1}`,
  price: String(((at * 7919) % 40) * 250 + 250),
  supply: ((at * 104729) % 500) * 1000 + 1000,
  state: at % 3 === 0 ? 'sold' : 'open',
}));
