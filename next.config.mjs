import createNextIntlPlugin from 'next-intl/plugin';

const withTexts = createNextIntlPlugin('./app/_server/i18n.ts');

/** @type {import('next').NextConfig} */
const config = {
  // Several checkouts of one folder (screenshots, tests) may build side by side.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser had remote code execution with SVG; our pictures are small and local.
  images: { unoptimized: true },
  // `npm test` runs tsc itself; the build need not do it twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@node-rs/argon2', 'grammy', 'prom-client', '@prisma/adapter-pg'],
  // The worker reads the same sources under plain Node, where imports name their file.
  turbopack: {},
};

export default withTexts(config);
