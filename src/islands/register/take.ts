import type { Claim } from '../../domain/claim.ts';
import type { Entry } from '../../domain/register.ts';
import { type Arrival, takeClaim } from '../../domain/register-acts.ts';
import { textToClaims } from '../../exports/claims-in-text.ts';
import { fileToText } from '../../exports/pasted-code.ts';
import { fileToRegister, LONGEST_FILE } from '../../exports/register-file.ts';
import type { DeskKept } from '../../store/desk.ts';
import type { Strings } from '../strings/strings.ts';
import { fileToBytes } from './read-file.ts';
import { keptKey, type RegisterState } from './register-state.ts';

/** A letter takes three bytes in Devanagari; what is larger is not opened at all. */
const MOST_BYTES = 3 * LONGEST_FILE;

/** What came of a text, a picture or several files together. */
interface Taken {
  kept: DeskKept;
  found: Record<'new' | 'newer' | 'same' | 'damaged' | 'future', number>;
  notes: Set<string>;
}

const nothingYet = (): Taken => ({
  kept: 'saved',
  found: { new: 0, newer: 0, same: 0, damaged: 0, future: 0 },
  notes: new Set(),
});

const COUNTED: Readonly<Record<Arrival, keyof Taken['found']>> = {
  new: 'new',
  newer: 'newer',
  same: 'same',
  older: 'same',
  future: 'future',
};

/** Takes in every claim of a text. @returns what to say of it */
export async function takeText(state: RegisterState, text: string, say: Strings): Promise<string> {
  const taken = nothingYet();
  await takeClaims(state, text, taken);
  return inWords(taken, say);
}

/** Takes in files: chats with claims, and files of other desks. @returns what to say of them */
export async function takeFiles(
  state: RegisterState,
  files: readonly Blob[],
  say: Strings,
): Promise<string> {
  const taken = nothingYet();
  const before = countShared(state);
  for (const file of files) {
    for (const bytes of await textsOf(file, taken)) await takeFile(state, fileToText(bytes), taken);
  }
  if (countShared(state) > before) taken.notes.add('shared');
  return inWords(taken, say);
}

const countShared = ({ people }: RegisterState) => people.filter(({ isShared }) => isShared).length;

/** The text of a file, or the texts of a ZIP file, however large the pictures beside them are. */
async function textsOf(file: Blob, { notes }: Taken): Promise<readonly Uint8Array[]> {
  const [p, k] = await fileToBytes(file.slice(0, 2));
  if (p === 0x50 && k === 0x4b) {
    const { zipToTexts } = await import('../../exports/zip-texts.ts');
    const reading = await zipToTexts(file.size, (from, to) => fileToBytes(file.slice(from, to)));
    if (reading.ok) return reading.texts;
    notes.add(`zip-${reading.problem}`);
  } else if (file.size > MOST_BYTES) notes.add('file-too-long');
  else return [await fileToBytes(file)];
  return [];
}

async function takeFile(state: RegisterState, text: string, taken: Taken): Promise<void> {
  const reading = fileToRegister(text);
  if (reading.ok) {
    const { kept, added, changed, same } = await state.merge(reading.entries);
    if (kept !== 'saved') taken.kept = kept;
    taken.found.new += added;
    taken.found.newer += changed;
    taken.found.same += same;
    taken.found.damaged += reading.damaged;
  } else if (reading.problem === 'not-a-register') await takeClaims(state, text, taken);
  else taken.notes.add(`file-${reading.problem}`);
}

async function takeClaims(state: RegisterState, text: string, taken: Taken): Promise<void> {
  const { claims, damaged, isCut } = textToClaims(text);
  taken.found.damaged += damaged;
  if (isCut) taken.notes.add('cut');
  const changed = new Map<string, Entry>();
  for (const claim of claims) takeOne(state, claim, changed, taken);
  const kept = changed.size > 0 ? await state.keep([...changed.values()]) : 'saved';
  if (kept !== 'saved') taken.kept = kept;
}

function takeOne(
  state: RegisterState,
  claim: Claim,
  changed: Map<string, Entry>,
  { found }: Taken,
): void {
  const { learner } = claim;
  const before = changed.get(learner) ?? state.entries.get(learner);
  const { arrival, entry } = takeClaim(before, claim, state.today());
  found[COUNTED[arrival]] += 1;
  if (entry && entry !== before) changed.set(learner, entry);
}

function inWords({ kept, found, notes }: Taken, say: Strings): string {
  const counts = Object.entries(found).filter(([, count]) => count > 0);
  const parts = counts.map(([name, count]) => say(`found-${name}`, { count }));
  if (found.new + found.newer > 0) parts.push(say(keptKey(kept)));
  parts.push(...[...notes].map((note) => say(note)));
  return parts.join(' ') || say('nothing');
}
