import { common } from './ru/common.ts';
import { errors } from './ru/errors.ts';

/** One catalogue for web and bot; a namespace a file. */
export const ru = { common, errors } as const;
export type Messages = typeof ru;
