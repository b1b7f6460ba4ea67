import { defineConfig, devices } from '@playwright/test';
import { trovaBrowser } from './tests/support/browser';

const rapporto = process.env.CANTIERE_RAPPORTO_BROWSER;
const opzioni = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]; // Chromium's sandbox refuses root

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cantiere/browser',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: rapporto ? [['list'], ['json', { outputFile: rapporto }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.CANTIERE_URL ?? 'http://localhost:3000',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: trovaBrowser() ?? undefined, args: opzioni },
  },
});
