import { expect, test } from '../support/test.ts';

test('the icon stands in the page, as pixels: it is drawn again whenever the address changes', async ({
  restante,
}) => {
  const { page } = restante;
  const icon = page.locator('link[rel=icon]');
  await expect(icon).toHaveCount(1);
  const size = await icon.evaluate(async (link: HTMLLinkElement) => {
    const image = new Image();
    image.src = link.href;
    await image.decode();
    return [new URL(link.href).protocol, link.type, image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual(['data:', 'image/png', 64, 64]);
});
