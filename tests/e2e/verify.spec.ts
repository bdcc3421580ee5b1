import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { toClassic } from '../../src/build/bundled.ts';
import { keyName } from '../../src/domain/issuer.ts';
import { credentialToFragment } from '../../src/exports/credential-code.ts';
import { serialsToList } from '../../src/exports/status-list.ts';
import type { openDeskKeys } from '../../src/store/desk-keys.ts';
import { beforeCamera, isFilming } from '../support/film.ts';
import { axe } from '../support/page.ts';
import { issuerOf, newSigner, type Signer, signed, toSign } from '../support/signer.ts';
import { expect, test } from '../support/test.ts';

declare global {
  interface Window {
    openDeskKeys: typeof openDeskKeys;
  }
}

test.use({ site: 'course' });

const DAY = 24 * 60 * 60 * 1000;
/** Credentials that hold today, whenever that is. */
const today = () => ({
  issued: new Date(Date.now() - 60_000),
  until: new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10),
});
const issuer = (signer: Signer, more = {}) =>
  issuerOf(signer, { name: 'Surya Hostels, Kota', from: '2020-01-01', ...more });

/** Lets the pages of a context trust issuers and have a list, as if they stood in the content that was built. */
async function trusting(
  page: Page,
  issuers: readonly object[],
  list?: { name: string; text: string },
) {
  await page.route('**/verify/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/data-facts="([^"]*)"/, (_, json: string) => {
      const facts = {
        ...JSON.parse(
          json
            .replaceAll('&quot;', '"')
            .replaceAll('&#34;', '"')
            .replaceAll('&amp;', '&')
            .replaceAll('&#38;', '&'),
        ),
        issuers,
      };
      facts.status.files = list ? [`${list.name}.jwt`] : [];
      return `data-facts="${JSON.stringify(facts).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    });
    await route.fulfill({ response: answer, body });
  });
  await page.route('**/status/*.jwt', (route) => route.fulfill({ body: list?.text ?? '' }));
}
const result = (page: Page) => page.locator('.result');

test('Whoever is shown a link sees who signed, what was done, and that it still counts', async ({
  page,
}) => {
  const signer = await newSigner();
  const name = keyName(signer.thumbprint);
  const { sign, publicKey } = signer;
  const text = await serialsToList(
    { address: toSign.address, serials: [18], made: new Date() },
    sign,
    publicKey,
  );
  await trusting(page, [issuer(signer)], { name, text });
  const credential = await signed(signer, today());
  await page.goto(`./en/verify/${credentialToFragment(credential)}`);
  await expect(result(page).getByRole('heading', { name: 'The signature holds' })).toBeFocused();
  await expect(result(page)).toContainText(
    'Surya Hostels, Kota signed this. Nothing was changed, and it counts until',
  );
  await expect(result(page)).toContainText('It was not withdrawn; the list is of');
  await expect(result(page)).toContainText('सुनीता देवी मीणा');
  await expect(result(page)).toContainText('Asking directly');
  await expect(result(page)).toContainText(name.slice(0, 4));
  // The name does not stay in the history.
  expect(page.url()).not.toContain('#');
  await axe(page);

  // Another one, pasted; this one was withdrawn.
  await page
    .getByLabel('Paste the link or the text')
    .fill(await signed(signer, { ...today(), serial: 18 }));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(result(page)).toContainText('has withdrawn it since');
  await expect(result(page).getByRole('heading', { name: 'Do not rely on this' })).toBeFocused();
});

test('A changed one, a stranger’s, and one that nobody signed are told apart without net', async ({
  page,
  context,
}) => {
  const [signer, stranger] = [await newSigner(), await newSigner()];
  await trusting(page, [issuer(signer)]);
  await page.goto('./hi/verify/');
  const take = async (bytes: string) => {
    await page
      .getByLabel('या फ़ाइल चुनिए')
      .setInputFiles({ name: 'x.jwt', mimeType: 'text/plain', buffer: Buffer.from(bytes) });
    await page.getByRole('button', { name: 'जाँचिए', exact: true }).click();
  };
  const credential = await signed(signer, today());
  await take(credential);
  await expect(result(page)).toContainText('अभी पक्का नहीं');
  await expect(result(page)).toContainText('Surya Hostels, Kota की सूची यहाँ नहीं है');
  await context.setOffline(true);
  await take(credential.replace(/.{4}$/, 'AAAA'));
  await expect(result(page)).toContainText('दस्तख़त मेल नहीं खाते');
  await expect(result(page)).not.toContainText('सुनीता');
  await take(await signed(stranger, { ...today(), signer: 'Moon' }));
  await expect(result(page)).toContainText('यह साइट उन्हें नहीं जानती');
  await take('hello');
  await expect(result(page)).toContainText('यह इस कोर्स का दस्तख़त वाला सर्टिफ़िकेट नहीं है');
});

test('The camera reads a code, in Hindi and in English, with the library and without a browser’s own reader', async ({
  served,
}) => {
  const signer = await newSigner();
  const credential = await signed(signer, today());
  const shown = `${served.address}hi/verify/${credentialToFragment(credential)}`;
  await beforeCamera(served, shown, async (page) => {
    await trusting(page, [issuer(signer)]);
    for (const [address, start, says] of [
      ['./hi/verify/', 'कैमरा खोलिए', 'ने इस पर दस्तख़त किए हैं'],
      ['./en/verify/', 'Open the camera', 'signed this. Nothing was changed'],
    ] as const) {
      await page.goto(address);
      expect(await page.evaluate(() => 'BarcodeDetector' in window)).toBe(false);
      await page.getByRole('button', { name: start }).click();
      await expect(result(page)).toContainText(says);
      // The camera is let go with the code.
      await expect(page.locator('dastak-camera video')).toBeHidden();
      expect(await isFilming(page)).toBe(false);
    }
  });
});

test('A key is kept by the browser, signs after a reload, cannot be read, and comes back from its backup @engines', async ({
  page,
}) => {
  const entry = fileURLToPath(new URL('../support/desk-keys-page.ts', import.meta.url));
  const script = await toClassic(entry, 'es2020');
  const open = async () => {
    await page.goto('./en/verify/');
    await page.evaluate(script);
  };
  await open();
  const { backup, thumbprint } = await page.evaluate(async () => {
    const keys = window.openDeskKeys(() => indexedDB, 'test-keys');
    const { key, backup } = await keys.make('four chairs blue quilt', new Date());
    return { backup, thumbprint: key.thumbprint, trouble: await keys.trouble() };
  });
  await open();
  const signer = await page.evaluate(async (backup) => {
    const keys = window.openDeskKeys(() => indexedDB, 'test-keys');
    const [key] = await keys.all();
    if (!key) return null;
    const signature = await key.sign(new TextEncoder().encode('a text'));
    const wrong = await keys.restore(backup, 'four chairs blue');
    await keys.remove(key.thumbprint);
    const right = await keys.restore(backup, 'four chairs blue quilt');
    return {
      ...{ thumbprint: key.thumbprint, publicKey: key.publicKey, signature: [...signature] },
      ...{ wrong: wrong.ok || wrong.problem, right: right.ok && right.key.thumbprint },
    };
  }, backup);
  expect(signer).toMatchObject({ thumbprint, wrong: 'wrong-passphrase', right: thumbprint });
  const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', { ...signer?.publicKey }, how, true, ['verify']);
  const signature = Uint8Array.from(signer?.signature ?? []);
  const text = new TextEncoder().encode('a text');
  expect(await crypto.subtle.verify(how, key, signature, text)).toBe(true);
});
