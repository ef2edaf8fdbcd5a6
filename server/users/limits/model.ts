/** A bound on tries. `sliding`: the pause starts over with every counted try, so no window of that length holds more. */
export interface LimitRule {
  readonly name: string;
  readonly points: number;
  readonly windowMs: number;
  readonly sliding: boolean;
}

const minute = 60_000;

export const limitRules = {
  /** Per account AND address: nobody can lock somebody else out. */
  signIn: { name: 'sign-in', points: 5, windowMs: 15 * minute, sliding: true },
  /** Per address alone, against trying many names. People known at the address are exempt (`knownPair`). */
  signInAddress: { name: 'sign-in-address', points: 300, windowMs: 15 * minute, sliding: false },
  /** Remembers who has signed in from where: neighbours behind one address cannot use up their tries. */
  knownPair: { name: 'known-pair', points: 1, windowMs: 30 * 24 * 60 * minute, sliding: false },
  /** The password asked for again by somebody signed in. */
  confirm: { name: 'confirm', points: 5, windowMs: 15 * minute, sliding: true },
  register: { name: 'register', points: 20, windowMs: 60 * minute, sliding: false },
  /** Codes typed by hand are short: few tries. */
  typedCode: { name: 'typed-code', points: 5, windowMs: 15 * minute, sliding: true },
  setupLink: { name: 'setup-link', points: 20, windowMs: 15 * minute, sliding: false },
  exportData: { name: 'export-data', points: 10, windowMs: 60 * minute, sliding: false },
  checkBotToken: { name: 'check-bot-token', points: 20, windowMs: 15 * minute, sliding: false },
} as const satisfies Record<string, LimitRule>;
