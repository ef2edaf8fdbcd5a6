/**
 * One line a step: what is being done, then what came of it.
 * In a terminal the line is rewritten in place; elsewhere a long step says when it begins and that it still goes on.
 */

import { speaksRussian } from './language.mjs';
import { isTerminal, paint } from './paint.mjs';

const labelWidth = 14;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const quietMs = 700;
const stillEveryMs = 20_000;
const secondsWord = speaksRussian ? 'с' : 's';

export function line(glyph, label, text) {
  return `  ${glyph} ${paint.bold(label.padEnd(labelWidth))}${text}`;
}

/** @param {string} label @param {string} doing */
export function beginStep(label, doing) {
  const beganAt = performance.now();
  let now = doing;
  let frame = 0;
  let said = false;
  const elapsed = () => Math.round((performance.now() - beganAt) / 1000);
  const duration = () => (elapsed() >= 1 ? paint.faint(`  ${elapsed()} ${secondsWord}`) : '');
  const draw = () => {
    process.stdout.write(`\r\u001b[2K${line(paint.faint(frames[frame++ % frames.length]), label, now)}${duration()}`);
  };
  const begin = () => {
    said = true;
    console.log(line('·', label, now));
  };
  const timers = isTerminal
    ? [setInterval(draw, 120)]
    : [
        setTimeout(begin, quietMs),
        setInterval(() => console.log(line('·', label, `${now}, ${elapsed()} ${secondsWord}`)), stillEveryMs),
      ];
  const finish = (glyph, text) => {
    for (const timer of timers) clearInterval(timer);
    if (isTerminal) process.stdout.write('\r\u001b[2K');
    if (text !== null) console.log(line(glyph, label, text) + duration());
  };
  return {
    /** @param {string} text */
    now(text) {
      if (text === now) return;
      now = text;
      if (!isTerminal && said) console.log(line('·', label, now));
    },
    /** `null`: nothing was worth a line. @param {string | null} text */
    done: (text) => finish(paint.ok('✓'), text),
    /** @param {string | null} text */
    failed: (text) => finish(paint.bad('✗'), text),
  };
}

/** A line of its own, under the steps. @param {string} label @param {string} text */
export function note(label, text) {
  console.log(line(paint.warn('!'), label, text));
}
