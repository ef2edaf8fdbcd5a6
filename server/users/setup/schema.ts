import { z } from 'zod';
import { isoTime, loginText, oneTimeCode, passwordText, userId } from '../schema.ts';
import { setupSteps } from './model.ts';

export const setupStateInput = z.object({ key: oneTimeCode.optional() });
/**
 * - `create_admin`: no admin yet and the key is good. - `reset_admin`: the key was issued by `npm run admin:reset`.
 * - `link_needed`: no admin yet, no good key. - `closed`: an admin exists, and it is not you.
 * - `steps`: you are the admin who sets up. Answers only what the asker may know.
 */
export const setupState = z.object({
  stage: z.enum(['create_admin', 'reset_admin', 'link_needed', 'closed', 'steps']),
  linkExpiresAt: isoTime.nullable(),
  resetLogin: z.string().max(254).nullable(),
  progress: z
    .object({
      done: z.array(z.enum(setupSteps)).max(4),
      next: z.enum(setupSteps).nullable(),
      address: z.object({
        publicUrl: z.string().max(2000).nullable(),
        registration: z.enum(['open', 'invite', 'closed']),
        mode: z.enum(['demo', 'live']),
      }),
      bot: z.object({
        source: z.enum(['environment', 'saved', 'none']),
        id: z.string().max(20).nullable(),
        username: z.string().max(64).nullable(),
        skipped: z.boolean(),
      }),
    })
    .nullable(),
});
export const createAdminInput = z.object({
  key: oneTimeCode,
  login: loginText,
  password: passwordText,
  displayName: z.string().trim().max(80).default(''),
});
export const resetAdminInput = z.object({ key: oneTimeCode, password: passwordText, login: loginText.optional() });
/** Sign in next with `login` and the password just chosen. */
export const adminReady = z.object({ userId, login: z.string().max(254) });
export const botTokenInput = z.object({ token: z.string().trim().min(20).max(120) });
export const botIdentity = z.object({ id: z.string().max(20), username: z.string().max(64) });
