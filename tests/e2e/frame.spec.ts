import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { giveAnswer, says } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

// Another host shows the course in a frame of its own site, where browsers give a page no storage or one apart.
test.use({ expected: /third-party|policy|favicon/ });

test('In a frame of another site the course goes on @chromium', async ({ page, served }) => {
  const host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>host</title><iframe title="course" width="360" height="700" src="${served.address}en/notice/check/"></iframe>`,
    );
  });
  await new Promise<void>((done) => host.listen(0, 'localhost', done));
  // A host that sends no headers: the meta policy alone does not forbid frames.
  await page.route(`${served.address}**`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  try {
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    const card = frame.locator('.card:visible');
    await expect(frame.locator('.card-steps')).toBeVisible();
    await giveAnswer(card, 'right');
    await card.getByRole('button', { name: says.en.check }).click();
    await expect(card.getByRole('status')).toContainText(says.en.right);
  } finally {
    host.close();
  }
});
