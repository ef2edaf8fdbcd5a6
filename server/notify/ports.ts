import type { SendOutcome } from './model.ts';
import type { Message } from './schema.ts';

/** Whoever can put a message into a chat. Never throws for what Telegram says, and never tries twice. */
export interface MessageSender {
  send(message: Message & { readonly chatId: bigint }, signal: AbortSignal): Promise<SendOutcome>;
}

/** The sender of a name (`installation`, later a user's own bot); null when there is none (any more). */
export type FindSender = (name: string) => MessageSender | null;
