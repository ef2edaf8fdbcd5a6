import { describe, expect, it } from 'vitest';
import { blankComments, blankStrings } from './blank.ts';

describe('blankComments', () => {
  it('blanks comments, keeps strings, lines and columns', () => {
    expect(blankComments(`a; // b\n/* c\nd */ e('// no');`)).toBe(`a;     \n    \n     e('// no');`);
  });
  it('is not led astray by what looks like a comment in strings, templates and regular expressions', () => {
    const code = 'const x = `http://${host("//")}/*`; const y = /[/*]\\/\\/x/.test(z); const half = a / b; // end';
    expect(blankComments(code)).toBe(`${code.slice(0, -6)}      `);
  });
  it('goes on after an apostrophe in the text of an element', () => {
    expect(blankComments(`<p>Don't</p>\nx // y`)).toBe(`<p>Don't</p>\nx     `);
  });
});

describe('blankStrings', () => {
  it('blanks the insides of strings and templates but not what they compute', () => {
    expect(blankStrings("a('Date.now()', `b ${Date.now()} c`)")).toBe("a('          ', `  ${Date.now()}  `)");
  });
  it('follows templates within templates', () => {
    expect(blankStrings('`a${x ? `b${ {y: 1} }` : "c"}d` + e')).toBe('` ${x ? ` ${ {y: 1} }` : " "} ` + e');
  });
  it('blanks regular expressions', () => {
    expect(blankStrings('x.match(/it.only(/); y = a / b / c')).toBe(`x.match(${' '.repeat(10)}); y = a / b / c`);
  });
});
