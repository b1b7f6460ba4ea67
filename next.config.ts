import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: false, // the proxy in front compresses; Next's gzip makes streamed downloads three times slower
  typedRoutes: false,
  htmlLimitedBots: /.*/, // title and preview always in the head: the page kept for the next reader may be a search engine's
  typescript: { tsconfigPath: 'tsconfig.build.json' }, // what is served; the rest is checked by npm run check
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@resvg/resvg-js', 'exceljs', 'nodemailer', 'pdfkit', 'pg'],
  turbopack: { root: import.meta.dirname }, // not a parent folder that happens to have a lock file too
  experimental: {
    serverActions: { bodySizeLimit: '21mb' }, // the sheet of people (20 MB) and its form; for every other form lib/auth/portone.ts stops at 4 MB, and writes the headers of security too
  },
  allowedDevOrigins: ['127.0.0.1'],
};

export default config;
