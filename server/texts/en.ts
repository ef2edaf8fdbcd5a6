import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { ui } from './en/ui.ts';
import type { Messages } from './ru.ts';
import type { Shape } from './shape.ts';

export const en = { common, errors, ui } as const satisfies Shape<Messages>;
