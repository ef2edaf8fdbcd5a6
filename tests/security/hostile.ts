import fc from 'fast-check';

/** What nobody sends who means well: values, texts, bodies and headers. */
const spiteful = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u0000',
  '\ufeff',
  'Ω≈ç√∫˜µ≤≥÷',
  '👩‍👩‍👧‍👦'.repeat(20),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍',
  "' OR 1=1; --",
  '"; DROP TABLE users; --',
  '$1',
  '%',
  '_',
  '\\',
  '%00',
  '%ff',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '#{7*7}',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '9'.repeat(400),
  '-9223372036854775809',
  '9223372036854775808',
  '2147483648',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  'eyJhbGciOiJub25lIn0.e30.',
  'W10=',
  'bnVsbA==',
  '{}',
  '[]',
  'A'.repeat(5000),
  '\n'.repeat(300),
  'ß'.repeat(254),
  'İ'.repeat(100),
];
export const hostileText = fc.oneof(
  // What a database cannot keep passes every length and type check on its way there.
  { weight: 3, arbitrary: fc.constantFrom('\0', 'a\0b', 'plain text \0', '\ud800', 'half \udfff') },
  { weight: 5, arbitrary: fc.constantFrom(...spiteful) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 50 }) },
  { weight: 1, arbitrary: fc.base64String({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.uuid() },
);
const hostileNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 101, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 63), 1e308, -1e308, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
export const hostileValue = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }) },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 300 }) },
  { weight: 1, arbitrary: fc.dictionary(hostileText, hostileNumber, { maxKeys: 30 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** Bodies that are no JSON of ours, or hardly. */
export const hostileBody = fc.oneof(
  hostileText,
  fc.constantFrom(
    '{',
    '[',
    'nul',
    '{"a":}',
    '"',
    '\u0000',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"0":{"__proto__":null}}',
    '1e999',
    '{"update_id":7,"message":{"chat":{"id":1e400000}}}',
    '-',
    '[1,]',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '['.repeat(50_000),
    `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
    JSON.stringify('x'.repeat(900_000)),
    JSON.stringify(Array(20_000).fill({ a: 1 })),
  ),
  hostileValue.map((value) => JSON.stringify(value) ?? ''),
);

const latin = fc.string({
  unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
});
const words = [
  'Bearer',
  'Bearer ',
  'bearer sd_',
  `Bearer sd_${'x'.repeat(43)}`,
  'tma',
  'tma hash=',
  'tma user=%',
  `tma user=${'%7B'.repeat(99)}&hash=${'0'.repeat(64)}`,
  'Basic Og==',
  'Digest',
];
const headerTable = {
  authorization: fc.oneof(fc.constantFrom(...words), latin),
  cookie: fc.oneof(
    latin,
    fc.constantFrom(
      '=',
      ';;;',
      'a',
      '__proto__=1; locale=%',
      'locale=xx; theme=',
      'next-auth.session-token=x',
      `x=${'y'.repeat(8000)}`,
    ),
  ),
  'content-type': fc.oneof(
    latin,
    fc.constantFrom(
      'application/json',
      'APPLICATION/JSON;charset=utf-7',
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      ',',
      ';',
    ),
  ),
  'accept-language': fc.oneof(latin, fc.constantFrom('*', 'en;q=x', ',,,', 'e'.repeat(5000))),
  'x-forwarded-for': fc.oneof(latin, fc.constantFrom('127.0.0.1', '::1', ',', 'unknown', '1.2.3.4,'.repeat(500))),
  'x-request-id': latin,
  'x-forwarded-proto': fc.oneof(latin, fc.constantFrom('https', 'javascript')),
  'idempotency-key': fc.oneof(latin, fc.constantFrom('x', 'x'.repeat(201))),
  'content-length': fc.constantFrom('0', '-1', '1e9', '99999999999999', 'abc'),
  origin: fc.oneof(latin, fc.constantFrom('null', 'http://127.0.0.1:3000', 'http://', 'https://evil.example')),
  'sec-fetch-site': fc.constantFrom('same-origin', 'none', 'cross-site', 'x'),
  host: fc.oneof(latin, fc.constantFrom('', '127.0.0.1:3000', 'a b', '[::1', 'evil.example:99999')),
  'user-agent': latin,
  'last-event-id': fc.oneof(latin, fc.constantFrom('0', '-1', '99999999999999999999', '1:2:3', '1.1.1')),
  'trpc-accept': fc.constantFrom('application/jsonl', 'x'),
  'next-action': fc.constantFrom('x', '0'.repeat(42)),
  'x-telegram-bot-api-secret-token': fc.oneof(latin, fc.constant('')),
};
const oneHeader = fc
  .constantFrom(...(Object.keys(headerTable) as (keyof typeof headerTable)[]))
  .chain((name) => (headerTable[name] as fc.Arbitrary<string>).map((value): [string, string] => [name, value]));
/** Mostly none: what is turned away at the outer door says nothing of the inner ones. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc
  .oneof(
    { weight: 6, arbitrary: fc.constant<[string, string][]>([]) },
    { weight: 2, arbitrary: fc.tuple(oneHeader) },
    { weight: 1, arbitrary: fc.array(oneHeader, { maxLength: 8 }) },
  )
  .map((pairs) => Object.fromEntries(pairs));
