// The issuer that the small course trusts. Its key is kept here for everybody to see, so nothing else may ever trust it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/cli/tools.ts';
import { keyName } from '../../src/domain/issuer.ts';
import { thumbprintOf } from '../../src/exports/jws.ts';
import { serialsToList } from '../../src/exports/status-list.ts';
import { backupToKey } from '../../src/store/key-backup.ts';

/** Opens `fixtureKeyFile`. */
export const FIXTURE_PASSPHRASE = 'blue bench under the neem tree';
/** The backup of the issuer's key, as a register desk gives it. */
export const fixtureKeyFile = join(root, 'tests', 'fixtures', 'desk-key.json');

/**
 * The list of the fixture's issuer on which nothing is withdrawn.
 * @param address of the site, ending in a slash
 */
export async function fixtureStatusList(
  address: string,
  made: Date,
): Promise<{ name: string; text: string }> {
  const read = await backupToKey(readFileSync(fixtureKeyFile, 'utf8'), FIXTURE_PASSPHRASE);
  if (!read.ok) throw new Error(`${fixtureKeyFile}: ${read.problem}`);
  const { publicKey, privateKey } = read.opened;
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign(how, privateKey, bytes));
  const text = await serialsToList({ address, serials: [], made }, sign, publicKey);
  return { name: `${keyName(await thumbprintOf(publicKey))}.jwt`, text };
}
