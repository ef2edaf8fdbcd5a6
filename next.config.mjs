import createNextIntlPlugin from 'next-intl/plugin';

const withTexts = createNextIntlPlugin('./app/_server/i18n.ts');

/** On every answer, with or without proxy.ts. What depends on the request (nonces) or on PUBLIC_URL is set elsewhere. */
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Addresses of ours can hold one-time keys.
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Origin-Agent-Cluster', value: '?1' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
];
/** What programs read must never be shown as a page. */
const noPage = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }];

/** @type {import('next').NextConfig} */
const config = {
  // Several checkouts of one folder (screenshots, tests) may build side by side.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `next dev` thinks itself localhost and would refuse its own socket, without which no page comes alive.
  allowedDevOrigins: ['127.0.0.1'],
  // The optimiser had remote code execution with SVG; our pictures are small and local.
  images: { unoptimized: true },
  async headers() {
    return [
      { source: '/:path*', headers: everywhere },
      // Its address holds the one-time key of the first admin until the page has taken it out.
      { source: '/setup', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
      // The Mini App is shown in a frame by web.telegram.org: its own policy (proxy.ts) names who may.
      { source: '/((?!tg(?:/|$)).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
      ...['/api/:path*', '/healthz', '/readyz', '/metrics'].map((source) => ({ source, headers: noPage })),
    ];
  },
  // Pages take no bodies; route handlers bound their own (app/_server/door.ts) and are not behind proxy.ts.
  experimental: { proxyClientMaxBodySize: '64kb' },
  // `npm test` runs tsc itself; the build need not do it twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    '@node-rs/argon2',
    'grammy',
    'prom-client',
    '@prisma/adapter-pg',
    'trpc-to-openapi',
    '@opentelemetry/api',
    '@opentelemetry/sdk-trace',
    '@opentelemetry/resources',
    '@opentelemetry/exporter-trace-otlp-http',
  ],
  // The worker reads the same sources under plain Node, where imports name their file.
  turbopack: {},
};

export default withTexts(config);
