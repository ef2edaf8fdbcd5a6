import { z } from 'zod';
import { Secret } from './secret.ts';

/** Reading of one variable: how its text becomes a value, and the line to paste when it does not. */
const truth: Record<string, boolean> = { '1': true, true: true, '0': false, false: false };

const flag = (example = '1') =>
  z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => Object.hasOwn(truth, text), { params: { example } })
    .transform((text) => truth[text] as boolean);
const whole = (min: number, max: number, example: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'whole' })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { params: { example } });
const seconds = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}(\.\d{1,3})?$/)
    .transform((text) => Math.round(Number(text) * 1000))
    .refine((ms) => ms > 0 && ms <= max * 1000);
const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const secret = (pattern: RegExp = /\S/) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => new Secret(text));
const endpoint = () => address('http:', 'https:').transform((text) => text.replace(/\/+$/, ''));

const telegramIds = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .refine((ids) => ids.every((id) => /^[1-9]\d{0,18}$/.test(id)))
  .transform((ids) => ids.map(BigInt));

/**
 * Every variable the product knows. A later room adds its own here and nowhere else.
 * `example` is the line a person can paste; it is shown with the fault.
 */
export const variables = {
  DEMO: { read: flag(), example: '1' },
  HOST: { read: z.string().regex(/^[\w.:-]+$/), example: '127.0.0.1' },
  PORT: { read: whole(1, 65535, '3000'), example: '3000' },
  PUBLIC_URL: { read: endpoint(), example: 'https://desk.example.org' },
  DATABASE_URL: {
    read: address('postgres:', 'postgresql:'),
    example: 'postgresql://stardesk:password@127.0.0.1:5432/stardesk',
  },
  DATABASE_ADMIN_URL: {
    read: address('postgres:', 'postgresql:'),
    example: 'postgresql://owner:password@127.0.0.1:5432/stardesk',
  },
  DATABASE_POOL_SIZE: { read: whole(1, 500, '16'), example: '16' },
  DATABASE_MAX_OVERFLOW: { read: whole(0, 500, '8'), example: '8' },
  DATABASE_POOL_TIMEOUT: { read: seconds(600), example: '10' },
  /** Newest first; older keys after commas stay readable until `npm run secrets:rotate` has run. */
  SECRET_KEY: { read: secret(/^[\w+/=-]{32,200}(,[\w+/=-]{32,200})*$/), example: '<openssl rand -base64 32>' },
  BOT_TOKEN: { read: secret(/^\d{3,20}:[\w-]{30,60}$/), example: '123456789:AA…' },
  TELEGRAM_WEBHOOK_SECRET: { read: secret(/^[\w-]{1,256}$/), example: '<openssl rand -hex 32>' },
  TELEGRAM_API_ROOT: { read: endpoint(), example: 'https://api.telegram.org' },
  TELEGRAM_DC: { read: z.string().regex(/^[\w.-]+:\d{1,5}$/), example: '127.0.0.1:9443' },
  TELEGRAM_DC_PUBLIC_KEY: { read: z.string().includes('PUBLIC KEY'), example: '-----BEGIN RSA PUBLIC KEY-----…' },
  INSTAGRAM_API_ROOT: { read: endpoint(), example: 'https://i.instagram.com' },
  YCLIENTS_API_ROOT: { read: endpoint(), example: 'https://api.yclients.com' },
  ROBOKASSA_API_ROOT: { read: endpoint(), example: 'https://auth.robokassa.ru' },
  CRYPTO_PAY_API_ROOT: { read: endpoint(), example: 'https://pay.crypt.bot' },
  IMAGE_API_ROOT: { read: endpoint(), example: 'https://images.example.org' },
  ADMIN_USER_IDS: { read: telegramIds, example: '123456789,987654321' },
  LOG_LEVEL: { read: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), example: 'info' },
  METRICS_ENABLED: { read: flag(), example: '1' },
  METRICS_TOKEN: { read: secret(/^\S{16,200}$/), example: '<openssl rand -hex 16>' },
  TRACING_ENABLED: { read: flag('0'), example: '0' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { read: endpoint(), example: 'http://127.0.0.1:4318' },
  RESILIENCE_TIMEOUT: { read: seconds(600), example: '10' },
  RESILIENCE_RETRIES: { read: whole(0, 20, '3'), example: '3' },
  RESILIENCE_BACKOFF_BASE: { read: seconds(60), example: '0.2' },
  RESILIENCE_BACKOFF_CAP: { read: seconds(3600), example: '10' },
  RESILIENCE_CIRCUIT_RESET: { read: seconds(3600), example: '30' },
  REGISTRATION: { read: z.enum(['open', 'invite', 'closed']), example: 'open' },
  TEST_CLOCK_URL: { read: endpoint(), example: 'http://127.0.0.1:9400/clock' },
  GIFTS_DIR: { read: z.string().min(1).max(4096), example: '.stardesk/gifts' },
  GIFTS_CACHE_DIR: { read: z.string().min(1).max(4096), example: '.stardesk/gifts-cache' },
  GIFTS_ACCS_TTL: { read: seconds(86_400), example: '60' },
} satisfies Record<string, { read: z.ZodType<unknown, string>; example: string }>;

export type VariableName = keyof typeof variables;
export type VariableValues = { [Name in VariableName]?: z.output<(typeof variables)[Name]['read']> };

/** Older names of the first systems, read when the new one is absent. */
export const aliases: Partial<Record<VariableName, readonly string[]>> = {
  BOT_TOKEN: ['FATHERBOT_TOKEN'],
  ADMIN_USER_IDS: ['ADMINS', 'ADMINS_IDS'],
};

export type Config = ReturnType<typeof shapeConfig>;

/** The values with their defaults, grouped by who needs them. */
export function shapeConfig(values: VariableValues) {
  const demo = values.DEMO ?? false;
  return {
    mode: demo ? ('demo' as const) : ('live' as const),
    http: { host: values.HOST ?? '127.0.0.1', port: values.PORT ?? 3000, publicUrl: values.PUBLIC_URL ?? null },
    database: {
      url: new Secret(values.DATABASE_URL ?? ''),
      adminUrl: values.DATABASE_ADMIN_URL ? new Secret(values.DATABASE_ADMIN_URL) : null,
      poolSize: values.DATABASE_POOL_SIZE ?? 16,
      maxOverflow: values.DATABASE_MAX_OVERFLOW ?? 8,
      poolTimeoutMs: values.DATABASE_POOL_TIMEOUT ?? 10_000,
    },
    secretKey: values.SECRET_KEY ?? new Secret(''),
    telegram: {
      botToken: values.BOT_TOKEN ?? null,
      webhookSecret: values.TELEGRAM_WEBHOOK_SECRET ?? null,
      apiRoot: values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
      dc: values.TELEGRAM_DC ?? null,
      dcPublicKey: values.TELEGRAM_DC_PUBLIC_KEY ?? null,
    },
    upstreamRoots: {
      instagram: values.INSTAGRAM_API_ROOT ?? null,
      yclients: values.YCLIENTS_API_ROOT ?? null,
      robokassa: values.ROBOKASSA_API_ROOT ?? null,
      cryptopay: values.CRYPTO_PAY_API_ROOT ?? null,
      images: values.IMAGE_API_ROOT ?? null,
    },
    adminUserIds: values.ADMIN_USER_IDS ?? [],
    logLevel: values.LOG_LEVEL ?? 'info',
    metrics: { enabled: values.METRICS_ENABLED ?? true, token: values.METRICS_TOKEN ?? null },
    tracing: { enabled: values.TRACING_ENABLED ?? false, endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null },
    resilience: {
      timeoutMs: values.RESILIENCE_TIMEOUT ?? 10_000,
      retries: values.RESILIENCE_RETRIES ?? 3,
      backoffBaseMs: values.RESILIENCE_BACKOFF_BASE ?? 200,
      backoffCapMs: values.RESILIENCE_BACKOFF_CAP ?? 10_000,
      circuitResetMs: values.RESILIENCE_CIRCUIT_RESET ?? 30_000,
    },
    registration: values.REGISTRATION ?? ('open' as const),
    testClockUrl: values.TEST_CLOCK_URL ?? null,
  };
}
