import type { bot as ru } from '../ru/bot.ts';
import type { Shape } from '../shape.ts';

export const bot = {
  start:
    'Hello. This is Stardesk, a desk for your Telegram Stars. Open it with the button below, you will be signed in by itself. Have an account on the website? Link it in its settings, and the same desk will be here.',
  startWithoutDesk:
    'Hello. This is Stardesk, a desk for your Telegram Stars. It opens on the website; to get its messages here, link your Telegram in the settings.',
  help: 'Commands:\n/start: open the desk\n/help: this help\n\nMessages of your desk come here. To link an account of the website: Settings, “Link Telegram”, there is a link to this bot.',
  openDesk: 'Open the desk',
  menuButton: 'Desk',
  linked: 'Done: this Telegram is linked to your account. Messages will come here.',
  linkedAndJoined:
    'Done: this Telegram is linked to your account, and what was here has moved into it. Messages will come here.',
  notUnderstood: 'I cannot do this yet. What I can: /help.',
  buttonGone: 'This button no longer works.',
  commands: {
    start: 'Open the desk',
    help: 'What the bot can do',
  },
} as const satisfies Shape<typeof ru>;
