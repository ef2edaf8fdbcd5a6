import type { common as ru } from '../ru/common.ts';
import type { Shape } from '../shape.ts';

export const common = {
  product: 'Stardesk',
  save: 'Save',
  saved: 'Saved',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  delete: 'Delete',
  back: 'Back',
  loading: 'Loading',
  search: 'Search',
} as const satisfies Shape<typeof ru>;
