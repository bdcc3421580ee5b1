// Fetched when the register is there: what signs, gives back, withdraws. No list waits for it.
import { keyName } from '../../domain/issuer.ts';
import { type Entry, type Issued, practisedOn } from '../../domain/register.ts';
import { addIssued, attest } from '../../domain/register-acts.ts';
import type { Person } from '../../domain/register-people.ts';
import { claimToCredential } from '../../exports/credential.ts';
import { credentialToFragment } from '../../exports/credential-code.ts';
import { statusPlaces } from '../../exports/credential-fields.ts';
import { serialsToList } from '../../exports/status-list.ts';
import { desk } from '../../store/browser-desk.ts';
import { deskKeys } from '../../store/browser-desk-keys.ts';
import type { DeskKept } from '../../store/desk.ts';
import type { DeskKey } from '../../store/desk-keys.ts';
import type { RegisterState } from './register-state.ts';

/** What a desk signs with and for. */
export interface Signer {
  /** Name and post of whoever attests. */
  readonly by: string;
  /** Name of the institution. */
  readonly signer: string;
  /** Id of the course, and the address of its site. */
  readonly course: string;
  readonly address: string;
}

/** The keys of this device, latest first; none where the browser gives none. */
export const keysHere = (): Promise<readonly DeskKey[]> => deskKeys.all().catch(() => []);

/** Whether what somebody has practised can be signed today: finished, and no refresher overdue. */
export const canSign = ({ state }: Person): boolean => state === 'trained' || state === 'due';

/** Under what a credential is kept on this device. */
const credentialName = ({ key, serial }: Pick<Issued, 'key' | 'serial'>) =>
  `${keyName(key)}-${serial}`;

/** The entry whose claim stands for a person. */
const entryOf = ({ entries, claim }: Person): Entry | undefined =>
  entries.find((entry) => entry.claim === claim) ?? entries[0];

/**
 * Attests and signs.
 * @throws where a claim cannot be signed; then nothing is kept
 */
export async function signPeople(
  state: RegisterState,
  people: readonly Person[],
  { by, ...rest }: Signer,
  key: DeskKey,
): Promise<DeskKept> {
  const today = state.today();
  const takenPlaces = new Set(
    [...state.entries.values()]
      .flatMap(({ issued }) => issued)
      .filter((one) => one.key === key.thumbprint)
      .map(({ serial }) => serial),
  );
  const entries: Entry[] = [];
  const credentials = new Map<string, string>();
  for (const person of people) {
    const entry = entryOf(person);
    if (!entry) continue;
    const { claim, due: until } = person;
    const serial = freePlace(takenPlaces);
    takenPlaces.add(serial);
    const issued: Issued = {
      ...{ serial, key: key.thumbprint, on: today, until },
      ...{ of: practisedOn(claim), revoked: '' },
    };
    const toSign = { claim, ...rest, serial, issued: new Date(), until };
    const text = await claimToCredential(toSign, key.sign, key.publicKey);
    credentials.set(credentialName(issued), text);
    entries.push(addIssued(attest(entry, by, today), issued));
  }
  return state.keep(entries, credentials);
}

/** A place of the status list by chance: another device with the same key gives others away meanwhile. */
function freePlace(taken: ReadonlySet<number>): number {
  if (taken.size >= statusPlaces) throw new Error('Every place of the status list is taken.');
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    const place = drawn % statusPlaces;
    if (!taken.has(place)) return place;
  }
}

/** The signed certificate of a person as it was given; null where it was signed on another device. */
export async function credentialOf(
  { credentials }: RegisterState,
  { issued }: Person,
): Promise<string | null> {
  const name = issued && credentialName(issued);
  return (name && (credentials.get(name) ?? (await desk.credential(name)))) || null;
}

/** The link that gives a signed certificate back to its owner. */
export function credentialToLink(credential: string): string | null {
  const fragment = credentialToFragment(credential);
  return fragment && new URL('../certificate/', location.href.replace(/#.*/, '')).href + fragment;
}

/** The lists of what is withdrawn, one for each key of this device, with the names of their files. */
export async function listsOf(
  state: RegisterState,
  address: string,
): Promise<{ name: string; text: string }[]> {
  const keys = await keysHere();
  const [latest] = keys;
  if (!latest) return [];
  const all = [...state.entries.values()].flatMap(({ issued }) => issued);
  return Promise.all(
    keys.map(async ({ thumbprint }) => {
      const list = keyName(thumbprint);
      const withdrawn = all.filter(({ key, revoked }) => key === thumbprint && revoked !== '');
      const serials = withdrawn.map(({ serial }) => serial);
      const made = { address, serials, made: new Date(), list };
      const text = await serialsToList(made, latest.sign, latest.publicKey);
      return { name: `${list}.jwt`, text };
    }),
  );
}
