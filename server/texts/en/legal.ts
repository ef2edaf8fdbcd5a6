import type { legal as ru } from '../ru/legal.ts';
import type { Shape } from '../shape.ts';

export const legal = {
  contents: 'On this page',
  updated: 'Version of 20 November 2026',
  terms: {
    metaTitle: 'Terms',
    title: 'Terms',
    lead: 'Who answers for what, what a Telegram account risks, how stars are paid and how they are refunded.',
    sections: {
      who: {
        title: 'Who is in charge here',
        text1:
          'People put Stardesk on their own server. Whoever did is called the owner below: they decide whom to let in, what to sell and how long all of it runs. These terms are between you and the owner of this server.',
        text2:
          'The authors of the software have no access to the server, the money or the data. It is given under the Apache-2.0 licence, as is, without warranty, as far as the law allows.',
      },
      account: {
        title: 'Your account',
        item1:
          'It is yours: do not pass on the name, the password or API keys. Change the password and close other sessions in the <security>settings</security>.',
        item2: 'The owner may block an account and say why. Its balance and history are not lost by that.',
        item3:
          'You can delete the account yourself, in the settings. What remains is told in the <privacy>rules on data</privacy>.',
        item4: 'The shared demo account is good for nothing real: everybody sees it.',
      },
      automation: {
        title: 'Telegram and automatic actions',
        text1:
          'Telegram’s terms do not allow software to act for a personal account without its person. If you connect a personal account and let it buy, Telegram may limit, freeze or delete it together with its stars and gifts. Neither the owner nor the software can bring them back.',
        text2:
          'The allowed way is a bot that buys with its own stars. It can do less, but no person’s account is at risk. Where a personal account is connected this is said again, and you decide.',
        text3: 'Stardesk keeps the pauses that Telegram asks for and does not get around its limits.',
      },
      stars: {
        title: 'Stars and digital goods',
        item1:
          'Inside Telegram, digital goods and services are sold for Telegram Stars only. Cards, crypto and transfers are switched on by the owner, who answers for it; in the bot and the Mini App they are off until then.',
        item2:
          'Your stars are kept by Telegram, not by this server. Rates, fees, withdrawal periods and the fate of a gift are up to Telegram.',
        item3:
          'Tokens, checks and points on this server are counters inside it. They are no money and no deposit, and cannot be paid out.',
        item4:
          'Every change of an account is written as two lines and stays for ever. A mistake is mended by a new entry, never by changing the old one.',
      },
      refunds: {
        title: 'Refunds',
        item1:
          'One payment counts once, by Telegram’s payment number. If it came twice under different numbers, it is credited twice, and the surplus can be refunded.',
        item2:
          'What was bought here and not used the owner refunds in stars, through Telegram. Telegram can only refund a whole payment.',
        item3: 'What was paid and not done: the reserve is released by itself, you need not ask.',
        item4: 'A gift bought from Telegram cannot be returned by this server: the seller is Telegram.',
        item5:
          'Where to write: <support>Help</support>, and in the bot the command <code>/paysupport</code> if something is sold on this server. Telegram’s own support does not handle such payments.',
      },
      fair: {
        title: 'What is not allowed',
        item1: 'Signing in as somebody else, guessing passwords and codes, keeping the server from working.',
        item2:
          'Checking people in order to harass them, writing to those who did not ask, selling other people’s data.',
        item3: 'Reselling access to this server without the owner’s consent.',
      },
      limits: {
        title: 'What is not promised',
        text1:
          'Being in time. A supply is gone in seconds and thousands are buying. Stardesk shows how many milliseconds it took and how many Telegram took, but Telegram decides the outcome.',
        text2:
          'Being always there. The server is the owner’s: so are its power, line and updates. If Telegram’s answer is lost, the software first finds out the outcome and does not pay again at a guess.',
      },
      changes: {
        title: 'When this changes',
        text1:
          'The date of the version stands at the top. The owner may add terms of their own; if they are stricter than the law or these, you are told before you pay.',
      },
    },
  },
  privacy: {
    metaTitle: 'Privacy',
    title: 'Your data',
    lead: 'What lies on this server, why, for how long, how it is protected, and how to take it away or erase it.',
    sections: {
      who: {
        title: 'Who has it',
        text1:
          'The owner of the server, in one PostgreSQL database. Nothing goes to the authors of the software: no counters, no error reports. There are no third-party counters and no advertising on the pages.',
      },
      stored: {
        title: 'What is stored',
        term1: 'Sign-in name or e-mail, the name to call you, language, theme, time zone',
        about1: 'so that you can sign in and see your own; until the account is deleted',
        term2: 'Password',
        about2: 'an argon2id digest only, the password itself is nowhere; until changed or deleted',
        term3: 'Telegram number and name',
        about3: 'if you signed in from Telegram or linked it; until unlinked or deleted',
        term4: 'Sessions: browser, system, network address, time',
        about4:
          'so that you can find and close a stranger’s; a session lives 7 days, its line stays until the account is deleted',
        term5: 'API keys',
        about5: 'a digest and the first characters only; until revoked or deleted',
        term6: 'Bot token and other secrets',
        about6: 'encrypted by AES-256-GCM, the key is kept apart from the database and its backups',
        term7: 'Messages and taps you sent to the bot; the bot’s messages to you',
        about7: 'so that each is handled once and nothing is sent twice',
        term8: 'Accounts: received, reserved, spent',
        about8: 'for ever, but without a name once the account is deleted',
        term9: 'A journal of important actions: sign-ins, password changes, an administrator’s decisions',
        about9: 'so that it can be found out who did what; deletion blanks details and address',
        term10: 'Counters of sign-in tries',
        about10: 'digests of name and address only, from 15 minutes to 30 days',
        term11: 'The server’s log',
        about11:
          'address of the request, time, number, answer; no passwords, keys or tokens; the owner sets for how long',
      },
      cookies: {
        title: 'Cookies',
        item1: 'Sign-in: out of reach of scripts, 7 days. Beside it one that protects the sign-in form from forgery.',
        item2: 'Language, theme, time zone: a year, so that a page opens right at once.',
        item3: 'There are no others, which is why no page asks you about cookies.',
      },
      shared: {
        title: 'Where it goes',
        item1: 'To Telegram: what the bot writes to you, and the check of your sign-in from the Mini App.',
        item2:
          'To systems that the owner or you connected yourselves (a salon’s books or a payment system, for instance): only what that matter needs.',
        item3: 'To nobody else. A request by the state or a court reaches the owner, who answers it.',
      },
      rights: {
        title: 'Take it away, erase it',
        item1:
          'All of yours in one JSON file: <data>settings, “My data”</data>, or <code>GET /api/v1/me/export</code> with a key.',
        item2:
          'Delete the account: same place. Name, Telegram, sessions, keys and secrets are erased at once; lines of the accounts stay without a name, or other people’s would not add up.',
        item3: 'Correct your name, unlink Telegram, close any session: same place, no questions asked.',
        item4:
          'Before a database update a copy is made, the last three are kept. What was deleted leaves them as newer ones replace them.',
      },
      safety: {
        title: 'How it is protected',
        item1:
          'After five failed tries, sign-in under that name from your address is closed for 15 minutes; other people do not notice.',
        item2: '“Sign out everywhere” really ends sessions: a copied cookie no longer works.',
        item3: 'Pages run no foreign scripts. Secrets get into no log, and lie encrypted in backups.',
        item4:
          'If the encryption key is lost, nobody can read what was encrypted, not even the owner: tokens have to be entered again.',
      },
      ask: {
        title: 'Ask',
        text1: 'Questions about data are settled by the owner of the server: <support>Help</support>.',
      },
    },
  },
  support: {
    metaTitle: 'Help',
    title: 'Help',
    lead: 'The most common things first. The person who can help further is the administrator of this server.',
    sections: {
      contact: {
        title: 'Whom to write to',
        text1:
          'The administrator: whoever gave you the link or the invitation. Name the error’s number if there was one on the screen: it finds the line in the log.',
        bot: 'The bot of this server: <bot></bot>. The commands <code>/help</code> and <code>/start</code> always answer.',
        noBot: 'No bot is connected to this server yet.',
      },
      password: {
        title: 'Cannot sign in',
        item1:
          'Five tries in 15 minutes from one address, then a pause. It ends by itself, the password does not change.',
        item2: 'The name is known in any case. Check the keyboard layout: the eye in the field shows what you typed.',
        item3:
          'Password forgotten: the server sends no letters and cannot restore it. If Telegram is linked to the account, sign in from the bot; if not, talk to the administrator.',
        item4:
          'The administrator forgot it: on the server, in Stardesk’s folder, <code>npm run admin:reset</code> prints a link for a new password.',
        item5: 'The account is blocked: the administrator knows why.',
      },
      bot: {
        title: 'The bot is silent',
        item1:
          'Write <code>/start</code> to it: until you have written first, Telegram does not let bots write to you.',
        item2: 'You stopped it some time ago: open the chat and press “Restart”.',
        item3: 'For the administrator: “Health” says whether Telegram knows the token and whether messages arrive.',
      },
      money: {
        title: 'Money, stars, refunds',
        item1:
          'Paid, but the account shows nothing: wait a minute, do not pay again. Telegram sends a payment again if the server was busy, and it counts once.',
        item2:
          'If something is sold in the bot, send it <code>/paysupport</code> and the payment’s number from Telegram’s receipt. The rules of refunds: <terms>Terms</terms>.',
        item3:
          'Outcome unknown: the line says just that. The stars are in reserve, and the software does not pay again until it has found out.',
      },
      broken: {
        title: 'Something broke',
        item1: '“The database does not answer”: nothing is lost, try again in a few seconds.',
        item2:
          '“The service is not set up yet”: the configuration has a fault. The administrator sees it in the log in words, with the line to write.',
        item3:
          'The page does not open at all: <code>npm run doctor</code> on the server checks everything and says how to mend it.',
      },
      owner: {
        title: 'For whoever runs it',
        item1:
          '<code>npm start</code> shows the demo, <code>npm start -- --live</code> works in earnest; their databases are apart and never mix.',
        item2:
          '<code>npm run db:backup</code> and <code>npm run db:restore</code>: a copy of the database and back to it. Keep <code>SECRET_KEY</code> apart: without it the secrets in the copy cannot be read.',
        item3: 'The link of the first set-up has expired: <code>npm run admin:reset</code> issues a new one.',
        item4:
          'Found a hole in the defences? Write to the administrator in person, not in a group, and give time to mend it.',
      },
    },
  },
} as const satisfies Shape<typeof ru>;
