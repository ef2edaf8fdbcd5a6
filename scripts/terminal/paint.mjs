/** Colours only where a person looks: never into a file or a pipe, and NO_COLOR is obeyed. */
export const isTerminal = Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';
const coloured = isTerminal && !process.env.NO_COLOR;

const wrap = (open, close) => (text) => (coloured ? `\u001b[${open}m${text}\u001b[${close}m` : String(text));

export const paint = {
  bold: wrap(1, 22),
  faint: wrap(2, 22),
  ok: wrap(32, 39),
  warn: wrap(33, 39),
  bad: wrap(31, 39),
  link: wrap(36, 39),
};
