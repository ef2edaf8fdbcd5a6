import { Api } from 'grammy';
import type { Secret } from '#/server/lib/secret.ts';

/** grammY declares an AbortSignal of its own; it is the same thing. */
export type ApiSignal = Parameters<Api['getMe']>[0];

export function createApi({ token, apiRoot }: { token: Secret; apiRoot: string }): Api {
  return new Api(token.reveal(), { apiRoot, timeoutSeconds: 60 });
}

/** Everything a handler of ours listens to. Given every time: Telegram keeps the old list when none is given. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  // Payments: answered by the webhook itself, so it must never be missing from the list.
  'pre_checkout_query',
] as const;
