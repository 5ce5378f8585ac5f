import type { Page } from '@playwright/test';

/** Keeps what a page asks for on its way until it is let go. @param url as `page.route` takes it */
export async function prender(page: Page, url: string | RegExp): Promise<() => void> {
  let soltar = (): void => undefined;
  const presa = new Promise<void>((resolve) => (soltar = resolve));
  await page.route(url, async (route) => {
    await presa;
    await route.continue();
  });
  return soltar;
}
