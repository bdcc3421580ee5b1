import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { madeClaim, madeEntries } from '../../src/cli/made-register.ts';
import { localDay } from '../../src/domain/local-day.ts';
import { leads } from '../../src/domain/outcome.ts';
import { daysAfter } from '../../src/domain/refresher.ts';
import { claimToText } from '../../src/exports/claim-code.ts';
import { textToCredential } from '../../src/exports/credential-code.ts';
import { readJws } from '../../src/exports/jws.ts';
import { fileToRegister, registerToFile } from '../../src/exports/register-file.ts';
import { readList } from '../../src/exports/status-list.ts';
import { beforeCamera, isFilming } from '../support/film.ts';
import { axe } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

const today = localDay(new Date());
const PASSPHRASE = 'tea glass beside the window';
const trained = { met: leads, on: daysAfter(today, -3), refreshed: '' };
const anita = madeClaim(1, today, { ...trained, name: 'Anita Verma', place: 'Surya Hostel' });
const zakir = madeClaim(2, today, { ...trained, name: 'ज़ाकिर हुसैन', place: 'हिन्दी भवन' });
const asFile = (name: string, text: string) => ({
  ...{ name, mimeType: 'text/plain' },
  buffer: Buffer.from(text),
});

async function open(page: Page): Promise<void> {
  await page.goto('./en/register/');
  await page.locator('dastak-register[data-open]').waitFor();
}

async function takeFile(page: Page, name: string, text: string): Promise<void> {
  await page.locator('[name=files]').setInputFiles(asFile(name, text));
}

const saved = async (page: Page, press: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: press, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
};
const heard = (page: Page) => page.locator('.heard');
const rows = (page: Page) => page.locator('.people tbody tr');

test('A chat is taken in, people are found, and all of it outlives a reload', async ({ page }) => {
  await open(page);
  await expect(page.getByText('Nobody is in the register yet.')).toBeVisible();
  const link = (text: string) => `https://dastak.example/en/register/${text}`;
  const broken = claimToText(anita).slice(0, -6);
  const chat = [
    `[30/11/26, 9:41:02 pm] Anita: ${link(claimToText(anita))}`,
    `[30/11/26, 9:42:10 pm] Zakir: मेरा ${link(claimToText(zakir))} धन्यवाद`,
    `[30/11/26, 9:43:00 pm] Anita: ${link(broken)}`,
  ].join('\n');
  await takeFile(page, 'WhatsApp Chat.txt', chat);
  await expect(heard(page)).toHaveText(
    '2 new. 1 is damaged, ask for it again. Kept in this browser.',
  );
  const newer = claimToText({ ...anita, refreshed: today });
  await page.getByLabel('Paste here').fill(`${newer}\n${claimToText(zakir)}`);
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(heard(page)).toHaveText(
    '1 newer than before. 1 was here already. Kept in this browser.',
  );
  await page.getByLabel('Search for a name or a place').fill('जाकिर surya');
  await expect(rows(page)).toHaveCount(0);
  await page.getByLabel('Search for a name or a place').fill('हिंदी');
  await expect(rows(page)).toHaveText([/ज़ाकिर हुसैन/]);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await axe(page);
});

test('A chat that comes as a ZIP file is taken in, and others are told apart', async ({ page }) => {
  await open(page);
  const chat = `30/11/26, 9:41 pm - Anita: https://dastak.example/en/register/${claimToText(anita)}`;
  const zip = zipSync({ 'WhatsApp Chat.txt': strToU8(chat), 'IMG-1.jpg': new Uint8Array(5_000) });
  const take = (name: string, bytes: Uint8Array) =>
    page
      .locator('[name=files]')
      .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await take('chat.zip', zip);
  await expect(heard(page)).toHaveText('1 new. Kept in this browser.');
  await take('half.zip', zip.slice(0, -30));
  await expect(heard(page)).toHaveText(/^A ZIP file is damaged/);
  await take('pictures.zip', zipSync({ 'IMG-1.jpg': new Uint8Array(5_000) }));
  await expect(heard(page)).toHaveText(/^There is no chat text in the ZIP file/);
  await expect(page.locator('.shown')).toHaveText('1 person');
});

test('Who is still being taken in is chosen too, and the answer to a press stays', async ({
  page,
}) => {
  await open(page);
  await page.evaluate((text) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'codes.txt'));
    const files = document.querySelector<HTMLInputElement>('[name=files]');
    if (files) files.files = chosen.files;
    files?.dispatchEvent(new Event('change', { bubbles: true }));
    for (const what of ['choose-all', 'attest-sign'])
      document.querySelector<HTMLElement>(`[data-do=${what}]`)?.click();
  }, claimToText(anita));
  await expect(page.locator('.shown')).toHaveText('1 person');
  await expect(page.locator('.sign-said')).toHaveText('Write your name and post first.');
});

test('The camera of a desk takes in one code and goes on looking', async ({ served }) => {
  const shown = `${served.address}en/register/${claimToText(anita)}`;
  await beforeCamera(served, shown, async (page) => {
    await open(page);
    await page.getByRole('button', { name: 'Open the camera' }).click();
    await expect(heard(page)).toHaveText('1 new. Kept in this browser.');
    expect(await isFilming(page)).toBe(true);
    await page.getByRole('button', { name: 'Close the camera' }).click();
    expect(await isFilming(page)).toBe(false);
    await expect(page.locator('.shown')).toHaveText('1 person');
  });
});

// Two desks with the key of one backup draw their numbers without knowing of each other.
test('A number that two desks gave to different people is told, and both are to be signed afresh', async ({
  page,
}) => {
  const issued = { serial: 7, key: 'k1', on: today, until: daysAfter(today, 30), revoked: '' };
  const [a, b] = madeEntries(2, today).map((entry, at) => ({
    ...entry,
    claim: at === 0 ? anita : zakir,
    learner: at === 0 ? anita.learner : zakir.learner,
    issued: [{ ...issued, of: anita.on }],
  }));
  await open(page);
  await takeFile(page, 'north.txt', registerToFile(a ? [a] : []));
  await expect(heard(page)).toHaveText('1 new. Kept in this browser.');
  await takeFile(page, 'south.txt', registerToFile(b ? [b] : []));
  await expect(heard(page)).toContainText('gave one number to different people');
  await page.getByLabel('How they stand').selectOption('Not signed yet');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('not for good, sign afresh');
});

test('People are signed, given back, and withdrawn', async ({ page }) => {
  await open(page);
  await takeFile(page, 'codes.txt', claimToText(anita));
  await page.getByRole('button', { name: 'Choose all that fit' }).click();
  await page.getByRole('button', { name: 'Attest and sign' }).click();
  const said = page.locator('.sign-said');
  await expect(said).toHaveText('Write your name and post first.');
  await page.getByLabel('Your name and post').fill('Kavita Jain, coordinator');
  await page.getByLabel('Name of your institution').fill('Surya Hostel');
  await page.getByRole('button', { name: 'Attest and sign' }).click();
  await expect(said).toHaveText('Make a key below first, or take it over from its backup.');
  await page.locator('.make-key').evaluate((form) => {
    (form.parentElement as HTMLDetailsElement).open = true;
  });
  await page.locator('.make-key [name=passphrase]').fill(PASSPHRASE);
  await page.locator('.make-key [name=again]').fill(PASSPHRASE);
  expect(await saved(page, 'Make a key and save its backup')).toContain('dastak-desk-key');
  await expect(page.locator('.keys li')).toHaveCount(1);
  await page.getByRole('button', { name: 'Attest and sign' }).click();
  await expect(said).toHaveText('1 is signed. Kept in this browser.');
  await page.getByRole('button', { name: 'Open: Anita Verma' }).click();
  await expect(page.locator('.person canvas')).toBeVisible();
  const credential = await saved(page, 'Save as a file');
  expect(textToCredential(credential)).toEqual({ ok: true, credential });
  expect((await readJws(credential)).ok).toBe(true);
  await axe(page);
  await page.getByRole('button', { name: 'Withdraw the signature' }).click();
  await expect(page.locator('.passed')).toContainText('The signature is withdrawn.');
  const list = await readList(await saved(page, 'Save the list of what is withdrawn'));
  expect(list?.bits.filter((byte) => byte > 0)).toHaveLength(1);
});

test('Desks are joined without double counting, and files go out', async ({ page }) => {
  await open(page);
  const people = madeEntries(120, today);
  await takeFile(page, 'north.txt', registerToFile(people.slice(0, 80)));
  await expect(heard(page)).toHaveText('80 new. Kept in this browser.');
  await takeFile(page, 'south.txt', registerToFile(people.slice(40)));
  await expect(heard(page)).toHaveText('40 new. 40 were here already. Kept in this browser.');
  await expect(page.locator('.shown')).toHaveText('120 people');
  await expect(rows(page)).toHaveCount(100);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(120);
  const backup = fileToRegister(await saved(page, 'Save a backup'));
  expect(backup.ok && backup.entries).toHaveLength(120);
  const csv = await saved(page, 'Table for the inspection (CSV)');
  expect(csv.startsWith('\ufeffNo.,Name,Work,Hostel or institute,Trained on,')).toBe(true);
  expect(csv.trim().split('\r\n')).toHaveLength(121);
  await page.getByText('Counts without names').click();
  await expect(page.locator('[data-counts] td').first()).toBeVisible();
  const small = await page.locator('[data-counts] td').allInnerTexts();
  expect(small.length).toBeGreaterThan(5);
  expect(small.filter((count) => Number(count) < 5)).toEqual([]);
});

test('Erasing takes three taps, and another tab does not bring anybody back', async ({
  page,
  context,
}) => {
  await open(page);
  await takeFile(page, 'codes.txt', claimToText(anita));
  await expect(heard(page)).toHaveText('1 new. Kept in this browser.');
  const other = await context.newPage();
  await open(other);
  await page.getByRole('button', { name: 'Erase the register' }).click();
  await page.getByRole('button', { name: 'Yes, I am sure' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.locator('.erase-said')).toHaveText('The register is erased from this browser.');
  await takeFile(other, 'codes.txt', claimToText(zakir));
  await expect(heard(other)).toContainText('The register was erased in another tab.');
  await page.reload();
  await expect(page.getByText('Nobody is in the register yet.')).toBeVisible();
});
