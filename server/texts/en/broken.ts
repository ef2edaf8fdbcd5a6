import type { broken as ru } from '../ru/broken.ts';
import type { Shape } from '../shape.ts';

export const broken = {
  title: 'The page broke',
  text: 'The fault is ours and it is recorded. Stars and data are untouched. Reload the page; if it does not help, come back a little later.',
  action: 'Reload',
  code: 'Number for support: {code}',
} as const satisfies Shape<typeof ru>;
