/**
 * Who must wait after a 429. Telegram does not say whether one chat or the whole bot was too fast: the chat waits; a
 * second chat refused while the first still waits means the bot, and then everything of that sender waits.
 */
export class FloodWaits {
  readonly #chats = new Map<string, { sender: string; untilMs: number }>();
  readonly #senders = new Map<string, number>();

  refused(message: { sender: string; chatId: bigint }, retryAfterMs: number, nowMs: number): void {
    this.#forget(nowMs);
    const untilMs = nowMs + retryAfterMs;
    const chat = `${message.sender} ${message.chatId}`;
    const others = [...this.#chats].some(([key, { sender }]) => sender === message.sender && key !== chat);
    this.#chats.set(chat, { sender: message.sender, untilMs });
    if (others) this.#senders.set(message.sender, Math.max(untilMs, this.#senders.get(message.sender) ?? 0));
  }

  /** Senders that may not speak now. */
  waitingSenders(nowMs: number): string[] {
    this.#forget(nowMs);
    return [...this.#senders.keys()];
  }

  /** When the first of them may again; null: none waits. */
  nextMs(nowMs: number): number | null {
    this.#forget(nowMs);
    return this.#senders.size > 0 ? Math.min(...this.#senders.values()) : null;
  }

  #forget(nowMs: number): void {
    for (const [key, { untilMs }] of this.#chats) if (untilMs <= nowMs) this.#chats.delete(key);
    for (const [sender, untilMs] of this.#senders) if (untilMs <= nowMs) this.#senders.delete(sender);
  }
}
