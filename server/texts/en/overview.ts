import type { overview as ru } from '../ru/overview.ts';
import type { Shape } from '../shape.ts';

export const overview = {
  title: 'Overview',
  balances: 'Balances',
  asset: { stars: 'Stars', tokens: 'Tokens', checks: 'Checks', points: 'Points', kopecks: 'Rubles' },
  assetNote: {
    stars: 'on Telegram accounts',
    tokens: 'for generating images',
    checks: 'for Instagram checks',
    points: 'for paid visits',
    kopecks: 'on the account',
  },
  heldRich: '<amount></amount> held',
  firstSteps: 'First steps',
  stepsDone: 'All steps are done. From here on the desk tells you when it needs you.',
  step: {
    account: { title: 'Account created', note: '', action: '' },
    name: {
      title: 'Introduce yourself',
      note: 'You and the admin will see the name: in the menu, the journal, the bot’s messages.',
      action: 'Set a name',
    },
    telegram: {
      title: 'Link Telegram',
      note: 'The bot will write about what matters, and the Mini App opens without a password.',
      action: 'Link',
    },
    apiKey: {
      title: 'Make an API key',
      note: 'For programs of your own: what the desk can do, they can do.',
      action: 'Make a key',
    },
  },
  stepDoneTitle: { account: 'Account created', name: 'Name set', telegram: 'Telegram linked', apiKey: 'API key made' },
  journal: 'Journal',
  journalAll: 'All sessions',
  journalEmpty: 'Everything that happens to your account will stand here: sign-ins, keys, the linked Telegram.',
  byAdmin: 'admin',
} as const satisfies Shape<typeof ru>;
