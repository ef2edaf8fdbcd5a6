/** @type {import('next').NextConfig} */
export default {
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
