import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

const pages = [
  { path: '/terms', ru: 'Условия', en: 'Terms' },
  { path: '/privacy', ru: 'Ваши данные', en: 'Your data' },
  { path: '/support', ru: 'Помощь', en: 'Help' },
];

for (const { path, ru, en } of pages) {
  test(`${path} can be read, its contents lead to its sections`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: ru })).toBeVisible();
    const links = page.getByRole('navigation', { name: 'На этой странице' }).getByRole('link');
    const sections = page.getByRole('heading', { level: 2 });
    await expect(links).not.toHaveCount(0);
    expect(await sections.allTextContents()).toEqual(expect.arrayContaining(await links.allTextContents()));
    await links.last().click();
    await expect(page).toHaveURL(/#\w+$/);
  });

  test(`${path} leaves no tag and no brace of its texts unfilled`, async ({ page }) => {
    await page.goto(path);
    expect(await page.getByRole('main').textContent()).not.toMatch(/[<{}>]|legal\./);
  });

  test(`${path} fits a phone and a thumb @phone`, async ({ page }) => {
    await page.goto(path);
    await expectThumbTargets(page);
    await expectFitsPhones(page);
  });

  test.describe('in English', () => {
    test.use({ language: 'en', theme: path === '/privacy' ? 'night' : 'paper' });
    test(`${path} has no finding of axe`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: en })).toBeVisible();
      expect(await page.getByRole('main').textContent()).not.toMatch(/[а-яё]/i);
      await expectNoAxeViolations(page);
      await saveScreen(page, path.slice(1), { fullPage: true });
    });
  });
}
