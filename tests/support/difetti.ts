import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nessun difetto per axe e niente che scorra di lato, a telefono e a scrivania; le parti chiuse si provano aperte. */
export async function esigiSenzaDifetti(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator('details').evaluateAll((nodi) => {
      for (const nodo of nodi) nodo.setAttribute('open', '');
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${page.url()} a ${width} px`,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} a ${width} px`).toBe(width);
  }
}
