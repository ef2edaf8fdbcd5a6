interface Named {
  readonly displayName: string;
  readonly login: string | null;
  readonly telegramUsername: string | null;
}

/** What to call somebody in a list; null: nothing is known (a deleted account). */
export function userNameOf({ displayName, login, telegramUsername }: Named): string | null {
  return displayName || login || (telegramUsername ? `@${telegramUsername}` : null);
}
