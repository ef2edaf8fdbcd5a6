import { common } from './ru/common.ts';
import { errors } from './ru/errors.ts';
import { ui } from './ru/ui.ts';

/** One catalogue for web and bot; a namespace a file. */
export const ru = { common, errors, ui } as const;
export type Messages = typeof ru;
