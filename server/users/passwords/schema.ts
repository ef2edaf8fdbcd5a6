import { z } from 'zod';
import { loginText, passwordText } from '../schema.ts';

export const changePasswordInput = z.object({ currentPassword: passwordText, newPassword: passwordText });
/** How many other browsers were signed out by it. */
export const passwordChanged = z.object({ endedSessions: z.number().int() });
export const createPasswordInput = z.object({ login: loginText, password: passwordText });
