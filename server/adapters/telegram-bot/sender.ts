import { Api } from 'grammy';
import type { Secret } from '#/server/lib/secret.ts';
import type { MessageSender } from '#/server/notify/ports.ts';
import { outcomeOfError } from './refusals.ts';

/** grammY's own declaration of the same thing. */
type ApiSignal = Parameters<Api['sendMessage']>[3];

/** Speaks through one bot. Texts for now; photos, documents and stickers come with the rooms that need them. */
export function createBotSender({ token, apiRoot }: { token: Secret; apiRoot: string }): MessageSender {
  const api = new Api(token.reveal(), { apiRoot });
  return {
    async send({ chatId, kind, payload }, signal) {
      try {
        switch (kind) {
          case 'text': {
            const sent = await api.sendMessage(
              String(chatId),
              payload.text,
              {
                ...(payload.format === 'html' && { parse_mode: 'HTML' }),
                disable_notification: payload.silent,
                link_preview_options: { is_disabled: !payload.linkPreview },
              },
              signal as ApiSignal,
            );
            return { kind: 'sent', messageId: BigInt(sent.message_id) };
          }
          default:
            return kind satisfies never;
        }
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}
