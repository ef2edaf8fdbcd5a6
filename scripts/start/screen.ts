import { paint } from '#/scripts/terminal/paint.mjs';
import { say } from '#/scripts/terminal/say.ts';
import type { FirstSteps } from './first-steps.ts';

const width = 16;

export interface Screen extends FirstSteps {
  readonly mode: 'demo' | 'live' | 'dev';
}

/** One screen: how to get in, how to go on, how to stop. Addresses are paths here: the one full address comes last. */
export function drawScreen({ mode, demo, adminPath, adminUntil }: Screen): string {
  const rows: [string, string][] = [];
  if (demo)
    rows.push([
      say('screen.signIn'),
      say('screen.signInWith', { login: paint.bold(demo.login), password: paint.bold(demo.password) }),
    ]);
  if (adminPath) {
    rows.push([say('screen.admin'), paint.link(adminPath)]);
    rows.push(['', paint.faint(say('screen.adminOnce', { until: clockTime(adminUntil) }))]);
  }
  if (mode === 'demo')
    rows.push([say('screen.goLive'), paint.bold('npm start -- --live')], ['', paint.faint(say('screen.goLiveWhy'))]);
  rows.push([say('screen.check'), 'npm run doctor']);
  rows.push([say('screen.stop'), 'Ctrl-C']);
  const title = `${paint.bold('Stardesk')}  ${paint.faint(say(`screen.mode.${mode}`))}`;
  return ['', `  ${title}`, '', ...rows.map(([label, text]) => `  ${label.padEnd(width)}${text}`), ''].join('\n');
}

function clockTime(iso: string | null): string {
  return iso ? new Date(iso).toTimeString().slice(0, 5) : '';
}
