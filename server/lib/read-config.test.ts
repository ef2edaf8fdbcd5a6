import { describe, expect, it } from 'vitest';
import { variables } from './config.ts';
import { type Environment, readConfig } from './read-config.ts';

const sound = { DATABASE_URL: 'postgresql://a:b@127.0.0.1/c', SECRET_KEY: 'k'.repeat(44) };
const files: Record<string, string> = { '/run/secrets/token': '123456789:abcdefghijklmnopqrstuvwxyz0123456\n' };
function read(environment: Environment) {
  return readConfig(environment, (path) => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return text;
  });
}

describe('faults', () => {
  it('names all five of five wrong variables, each with a line to paste', () => {
    const { faults } = read({
      DATABASE_URL: 'mysql://a@b/c',
      SECRET_KEY: 'short',
      PORT: '70000',
      REGISTRATION: 'sometimes',
      RESILIENCE_TIMEOUT: 'soon',
    });
    expect(faults).toHaveLength(5);
    expect(faults.map(({ paste }) => paste)).toEqual([
      'PORT=3000',
      'DATABASE_URL=postgresql://stardesk:password@127.0.0.1:5432/stardesk',
      'SECRET_KEY=<openssl rand -base64 32>',
      'RESILIENCE_TIMEOUT=10',
      'REGISTRATION=open',
    ]);
  });
  it('names what is missing, once', () => {
    expect(read({}).faults).toEqual([
      { variable: 'DATABASE_URL', problem: 'missing', paste: expect.any(String) },
      { variable: 'SECRET_KEY', problem: 'missing', paste: expect.any(String) },
    ]);
  });
  it('never repeats a value: it may be a secret', () => {
    const reading = read({ ...sound, SECRET_KEY: 'hunter2', BOT_TOKEN: 'hunter2', METRICS_TOKEN: 'hunter2' });
    expect(reading.faults).toHaveLength(3);
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });
  it('finds none in a sound environment and fills in the defaults', () => {
    const { faults, notes, config } = read(sound);
    expect([faults, notes]).toEqual([[], []]);
    expect(config).toMatchObject({
      mode: 'live',
      http: { host: '127.0.0.1', port: 3000, publicUrl: null },
      database: { poolSize: 16, poolTimeoutMs: 10_000 },
      registration: 'open',
      resilience: { timeoutMs: 10_000, retries: 3 },
    });
  });
  it('takes an empty variable for an unset one', () => {
    expect(read({ ...sound, PORT: '', PUBLIC_URL: '', BOT_TOKEN: '' }).faults).toEqual([]);
  });
  it('accepts the example of every variable, so that what it tells people to paste is right', () => {
    for (const [name, { read: reader, example }] of Object.entries(variables)) {
      const pasted = example
        .replace(/<openssl.*>/, 'q'.repeat(44))
        .replace('AA…', 'A'.repeat(35))
        .replace('…', '');
      expect(reader.safeParse(pasted).success, `${name}=${example}`).toBe(true);
    }
  });
});

describe('the _FILE twin', () => {
  it('is read in its variable’s place, without the last line break', () => {
    const { config, faults } = read({ ...sound, BOT_TOKEN_FILE: '/run/secrets/token' });
    expect(faults).toEqual([]);
    expect(config.telegram.botToken?.reveal()).toBe('123456789:abcdefghijklmnopqrstuvwxyz0123456');
  });
  it('of an older name is read too', () => {
    expect(read({ ...sound, FATHERBOT_TOKEN_FILE: '/run/secrets/token' }).config.telegram.botToken).not.toBeNull();
  });
  it('beside its variable is a fault: nobody can know which one is meant', () => {
    const { faults } = read({ ...sound, SECRET_KEY_FILE: '/run/secrets/token' });
    expect(faults).toEqual([
      { variable: 'SECRET_KEY, SECRET_KEY_FILE', problem: 'twice', paste: 'unset SECRET_KEY_FILE' },
    ]);
  });
  it('that cannot be read is one fault, not also a missing variable', () => {
    const { faults } = read({ DATABASE_URL: sound.DATABASE_URL, SECRET_KEY_FILE: '/gone' });
    expect(faults).toEqual([
      { variable: 'SECRET_KEY_FILE', problem: 'unreadable_file', paste: 'SECRET_KEY_FILE=/run/secrets/secret_key' },
    ]);
  });
});

describe('values', () => {
  it.each(['1', 'true', 'TRUE', 'True', ' tRuE '])('reads %j as yes', (text) => {
    expect(read({ ...sound, DEMO: text }).config.mode).toBe('demo');
  });
  it.each(['0', 'false', 'FALSE', 'False'])('reads %j as no', (text) => {
    expect(read({ ...sound, METRICS_ENABLED: text }).config.metrics.enabled).toBe(false);
  });
  it.each(['yes', 'on', '2', 'constructor', 'tru'])('does not guess at %j', (text) => {
    expect(read({ ...sound, DEMO: text }).faults).toMatchObject([{ variable: 'DEMO', problem: 'invalid' }]);
  });
  it('reads seconds, whole or not, as milliseconds', () => {
    const { config } = read({ ...sound, RESILIENCE_BACKOFF_BASE: '0.25', DATABASE_POOL_TIMEOUT: '3' });
    expect(config.resilience.backoffBaseMs).toBe(250);
    expect(config.database.poolTimeoutMs).toBe(3000);
  });
  it('keeps 64-bit Telegram ids whole', () => {
    const { config } = read({ ...sound, ADMIN_USER_IDS: '9007199254740993, 5;6' });
    expect(config.adminUserIds).toEqual([9_007_199_254_740_993n, 5n, 6n]);
  });
  it('takes several secret keys, newest first', () => {
    expect(read({ ...sound, SECRET_KEY: `${'n'.repeat(44)},${'o'.repeat(44)}` }).faults).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['FATHERBOT_TOKEN', '123456789:abcdefghijklmnopqrstuvwxyz0123456'],
    ['ADMINS', '5'],
    ['ADMINS_IDS', '5'],
  ])('reads the older name %s', (name, value) => {
    const { config } = read({ ...sound, [name]: value });
    expect(config.telegram.botToken !== null || config.adminUserIds.length === 1).toBe(true);
  });
  it('prefers the present name to the older one', () => {
    expect(read({ ...sound, ADMIN_USER_IDS: '7', ADMINS: '5' }).config.adminUserIds).toEqual([7n]);
  });
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['SECRET_KEYS', 'SECRET_KEY'],
    ['public_url', 'PUBLIC_URL'],
    ['BOT_TOKEN_FIL', 'BOT_TOKEN_FILE'],
  ])('asks whether %s means %s', (variable, meant) => {
    expect(read({ ...sound, [variable]: 'x' }).notes).toEqual([{ variable, kind: 'near_miss', meant }]);
  });
  it('says nothing of variables that are not ours, and accepts those of later rooms', () => {
    const foreign = { PATH: '/bin', HOME: '/', HOSTNAME: 'a', npm_config_cache: 'b', TERM: 'c' };
    const later = {
      YCLIENTS_API_ROOT: 'https://api.example.org/',
      GIFTS_DIR: 'gifts',
      IMAGE_API_ROOT: 'http://127.0.0.1:1',
    };
    const { faults, notes, config } = read({ ...sound, ...foreign, ...later });
    expect([faults, notes]).toEqual([[], []]);
    expect(config.upstreamRoots.yclients).toBe('https://api.example.org');
  });
});

describe('in the demo', () => {
  const demo = { ...sound, DEMO: '1' };
  const token = { BOT_TOKEN: '123456789:abcdefghijklmnopqrstuvwxyz0123456' };
  it('leaves a real bot token aside and says so once', () => {
    const { config, notes } = read({ ...demo, ...token });
    expect(config.telegram.botToken).toBeNull();
    expect(notes).toEqual([{ variable: 'BOT_TOKEN', kind: 'ignored_in_demo' }]);
  });
  it('uses it where the Bot API is named: then somebody means it', () => {
    const { config, notes } = read({ ...demo, ...token, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' });
    expect(config.telegram.botToken).not.toBeNull();
    expect(notes).toEqual([]);
  });
  it('does not stumble over a token that it ignores anyway', () => {
    const { faults, notes } = read({ ...demo, FATHERBOT_TOKEN: 'broken', BOT_TOKEN_FILE: '/gone' });
    expect(faults).toEqual([]);
    expect(notes).toEqual([{ variable: 'BOT_TOKEN', kind: 'ignored_in_demo' }]);
  });
  it('alone, or in tests, may time be moved', () => {
    const clock = { TEST_CLOCK_URL: 'http://127.0.0.1:9400/clock' };
    expect(read({ ...demo, ...clock }).faults).toEqual([]);
    expect(read({ ...sound, ...clock, NODE_ENV: 'test' }).faults).toEqual([]);
    expect(read({ ...sound, ...clock }).faults).toMatchObject([
      { problem: 'test_clock_in_live', paste: 'unset TEST_CLOCK_URL' },
    ]);
  });
});
