import { z } from 'zod';
import { me } from '../profile/schema.ts';
import { isoTime, oneTimeCode } from '../schema.ts';

/** Made on the web it is opened in the bot (`botLink`); made in the Mini App it is typed on the web. */
export const linkCode = z.object({
  code: z.string().max(64),
  expiresAt: isoTime,
  useIn: z.enum(['bot', 'web']),
  /** https://t.me/<bot>?start=link_<code>; null while no bot is set up, or where the code is for the web. */
  botLink: z.string().max(200).nullable(),
});
export const redeemLinkInput = z.object({ code: oneTimeCode });
export const linked = z.object({ me, absorbed: z.boolean() });
