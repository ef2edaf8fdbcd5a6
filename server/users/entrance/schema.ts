import { z } from 'zod';

/** What the sign-in pages need to know before anybody has signed in. */
export const entrance = z.object({
  registration: z.enum(['open', 'invite', 'closed']),
  /** «Открыть демо» exists. */
  demo: z.boolean(),
  /** False: the first admin is still to be made with the link that the launcher printed. */
  adminExists: z.boolean(),
  botUsername: z.string().max(64).nullable(),
});
