/** Updates as Telegram sends them. */
export function messageUpdate(updateId: number, text: string, chatId = 1000, more: object = {}) {
  const person = { id: chatId, is_bot: false, first_name: 'Анна', language_code: 'ru' };
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_790_000_000,
      chat: { id: chatId, type: 'private', first_name: 'Анна' },
      from: { ...person, ...more },
      text,
      ...(text.startsWith('/') && {
        entities: [{ type: 'bot_command', offset: 0, length: text.split(' ', 1)[0]?.length ?? 0 }],
      }),
    },
  };
}

/** Repeatable disorder. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
}
