import { chromium, type Page } from '@playwright/test';
const base = process.env.BASE ?? 'http://127.0.0.1:4200';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
const W = Number(process.env.W ?? 1280);
async function entra(email: string) {
  const c = await b.newContext({ viewport: { width: W, height: 900 }, locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const p = await c.newPage();
  p.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text().slice(0, 300)); });
  p.on('pageerror', (e) => console.log('PAGEERROR', e.message.slice(0, 300)));
  await p.goto(base + '/accesso');
  await p.getByLabel('Email di lavoro').fill(email);
  await p.getByLabel('Password').fill('Cantiere dimostrativo 2020');
  await p.getByRole('button', { name: /Entra|Continua|Accedi/ }).first().click();
  await p.waitForURL((u) => !u.pathname.startsWith('/accesso'), { timeout: 60000 });
  return p;
}
async function foto(p: Page, nome: string) {
  await p.waitForLoadState('networkidle');
  const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await p.screenshot({ path: `/tmp/shots/${nome}-${W}.png`, fullPage: true });
  console.log(nome, p.url(), over > 0 ? `OVERFLOW ${over}` : '');
}
const passi = (process.env.PASSI ?? 'marta,luca,paolo,chiara').split(',');
if (passi.includes('marta')) {
  const p = await entra('marta.ferraris@cissaca.example');
  if (!process.env.REL) {
  await foto(p, 'm-compiti');
  await p.goto(base + '/progetti'); await foto(p, 'm-progetti');
  await p.locator('main table a').first().click(); await p.waitForURL(/progetti\/[0-9a-f-]{36}/); await foto(p, 'm-progetto');
  }
  const h = process.env.REL ?? await p.locator('a[href*="/relazioni/"]').first().getAttribute('href');
  await p.goto(base + h); await foto(p, 'm-relazione');
  await p.locator('a.acc__row').nth(3).click(); await p.waitForURL(/azione=/); await foto(p, 'm-azione');
  await p.locator('a.acc__row').nth(2).click(); await p.waitForURL(/azione=/); await foto(p, 'm-azione3');
}
if (passi.includes('paolo')) {
  const p = await entra('paolo.gallo@regione.example').catch(async (e) => { console.log(String(e).slice(0, 200)); throw e; });
  await foto(p, 'p-coda');
  await p.locator('main table th a').first().click(); await p.waitForURL(/coda\/[0-9a-f-]{36}/); await foto(p, 'p-verifica');
  await p.goto(base + '/coda?vista=regione'); await p.locator('main table th a').first().click(); await p.waitForURL(/coda\/[0-9a-f-]{36}/); await foto(p, 'p-verifica2');
}
if (passi.includes('chiara')) {
  const p = await entra('chiara.monti@ires.example');
  await foto(p, 'c-tabelle');
  await p.goto(base + '/ricerca/attuazione'); await foto(p, 'c-attuazione');
}
if (passi.includes('home')) {
  const c = await b.newContext({ viewport: { width: W, height: 900 }, locale: 'it-IT' });
  const p = await c.newPage();
  await p.goto(base + '/'); await foto(p, 'home');
  await p.goto(base + '/accesso'); await foto(p, 'accesso');
}
await b.close();
