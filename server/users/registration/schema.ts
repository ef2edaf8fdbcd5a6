import { z } from 'zod';
import { locale, loginText, oneTimeCode, passwordText, userId } from '../schema.ts';

export const registerInput = z.object({
  login: loginText,
  password: passwordText,
  displayName: z.string().trim().max(80).default(''),
  invitation: oneTimeCode.optional(),
  locale: locale.optional(),
});
/** Registered, not yet signed in: post the same name and password to /api/auth/callback/credentials. */
export const registered = z.object({ userId });
