import { z } from 'zod';

/** Kinds of messages and what each carries. A later room adds its kind here and to the adapter that sends it. */
export const messageKinds = {
  text: z.object({
    /** Telegram's limit; whoever may exceed it splits before. */
    text: z.string().min(1).max(4096),
    format: z.enum(['plain', 'html']).default('plain'),
    silent: z.boolean().default(false),
    linkPreview: z.boolean().default(false),
  }),
};

export type MessageKind = keyof typeof messageKinds;
export type MessageInput<Kind extends MessageKind> = z.input<(typeof messageKinds)[Kind]>;
export type Message = {
  [Kind in MessageKind]: { kind: Kind; payload: z.output<(typeof messageKinds)[Kind]> };
}[MessageKind];

/** A row's kind and payload; null when a newer version wrote it. */
export function readMessage(kind: string, payload: unknown): Message | null {
  if (!Object.hasOwn(messageKinds, kind)) return null;
  const parsed = messageKinds[kind as MessageKind].safeParse(payload);
  return parsed.success ? { kind: kind as MessageKind, payload: parsed.data } : null;
}
