/**
 * Blanks comments, or comments and the insides of strings, out of TypeScript, leaving every line and column in place.
 * Good enough for looking at calls and imports; not a parser.
 */
export function blankComments(text: string): string {
  return blank(text, false);
}
export function blankStrings(text: string): string {
  return blank(text, true);
}

const spaces = (part: string) => part.replace(/[^\n]/g, ' ');
/** After these a slash opens a regular expression; after anything else it divides. */
const opensRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|yield|await))\s*$/;
const commentOrString =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`|\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[{}]/g;

function blank(text: string, stringsToo: boolean): string {
  let out = '';
  let at = 0;
  /** Braces open inside each `${ }` we are in: at zero its end gives the template back. */
  const depths: number[] = [];
  const copyTo = (end: number) => {
    out += text.slice(at, end);
    at = end;
  };
  const blankTo = (end: number, blanked = true) => {
    out += blanked ? spaces(text.slice(at, end)) : text.slice(at, end);
    at = end;
  };
  const template = () => {
    const part = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(`|\$\{|$)/y;
    part.lastIndex = at;
    const found = part.exec(text);
    const end = part.lastIndex || text.length;
    const closer = found?.[1] ?? '';
    blankTo(end - closer.length, stringsToo);
    copyTo(end);
    if (closer === '${') depths.push(0);
  };
  for (;;) {
    commentOrString.lastIndex = at;
    const found = commentOrString.exec(text);
    if (!found) break;
    const [token] = found;
    copyTo(found.index);
    const depth = depths.length - 1;
    if (token === '{' || token === '}') {
      copyTo(at + 1);
      if (depth < 0) continue;
      if (token === '{') depths[depth] = (depths[depth] ?? 0) + 1;
      else if (depths[depth] === 0) {
        depths.pop();
        template();
      } else depths[depth] = (depths[depth] ?? 1) - 1;
    } else if (token === '`') {
      copyTo(at + 1);
      template();
    } else if (token.startsWith('//') || token.startsWith('/*')) blankTo(at + token.length);
    else if (token.startsWith('/')) {
      // A division: only the slash is taken, what follows is looked at on its own.
      if (opensRegex.test(out.slice(-20))) blankTo(at + token.length, stringsToo);
      else copyTo(at + 1);
    } else {
      copyTo(at + 1);
      blankTo(found.index + token.length - (token.length > 1 ? 1 : 0), stringsToo);
      copyTo(found.index + token.length);
    }
  }
  return out + text.slice(at);
}
