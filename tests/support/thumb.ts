import { expect, type Page } from '@playwright/test';

const widths = [320, 360, 390, 430];

/** No page is wider than the phone it is shown on, whichever phone. */
export async function expectFitsPhones(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const shown = await page.evaluate(() => Math.max(innerWidth, document.documentElement.scrollWidth));
    expect(shown, `${page.url()} at ${width} px`).toBe(width);
  }
  if (before) await page.setViewportSize(before);
}

/** Everything to press is at least 44 px both ways; links inside a sentence are as high as its line (WCAG 2.5.8). */
export async function expectThumbTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const least = 43.5;
    const pressable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const style = getComputedStyle(element);
      const hidden = !element.checkVisibility() || element.closest('.sr-only, .skip-link, nextjs-portal') !== null;
      if (hidden || (element.tagName === 'A' && style.display === 'inline')) return [];
      // A text field is pressed anywhere in its box.
      const target = element.closest('.input') ?? element;
      const { width, height } = target.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return width >= least && height >= least ? [] : [`${element.tagName} «${name}» ${width} x ${height}`];
    });
  });
  expect(small, `small targets on ${page.url()}`).toEqual([]);
}
