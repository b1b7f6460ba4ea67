import type { NextConfig } from 'next';

// The content security policy needs a nonce for each request: proxy.ts sends it.
const INTESTAZIONI = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];
const UN_ANNO_E_UN_MESE = 34_128_000;

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
    serverActions: { bodySizeLimit: '21mb' }, // the sheet of people (20 MB) and its form; for every other form proxy.ts stops at 4 MB
    proxyClientMaxBodySize: 21 * 1024 * 1024, // the largest uploaded file (20 MB) and its form: beyond, Next would silently cut the body
  },
  allowedDevOrigins: ['127.0.0.1'],
  headers: async () => [
    { source: '/:path*', headers: INTESTAZIONI },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }], // promised only to who already came by https
      headers: [{ key: 'Strict-Transport-Security', value: `max-age=${UN_ANNO_E_UN_MESE}; includeSubDomains` }],
    },
  ],
};

export default config;
