/*
 * Texts out of a ZIP file, as WhatsApp exports a chat with its pictures. Only the list at the end of the file and the texts
 * are read: an evening of videos costs nothing, and a small file that would swell without end is refused.
 */
import { Inflate } from 'fflate';

/** Bytes of all texts together; the chat of a whole district has fewer. */
const MOST_BYTES = 2 ** 25;
const MOST_LISTED = 2 ** 23;
/** So much is unpacked before the size is looked at again; it may come to a thousand times as much. */
const STEP = 8_192;
const END = { sign: 0x06054b50, bytes: 22, mostComment: 65_535 } as const;
const ENTRY = { sign: 0x02014b50, bytes: 46 } as const;
const LOCAL = { sign: 0x04034b50, bytes: 30 } as const;
const LOCKED = 1;
const STORED = 0;
const DEFLATED = 8;

/** Why a ZIP file gave no text; each has its sentence in the `desk` group of `content/ui`. */
const zipProblems = ['damaged', 'locked', 'textless', 'too-long'] as const;
export type ZipProblem = (typeof zipProblems)[number];
export type ZipReading =
  | { readonly ok: true; readonly texts: readonly Uint8Array[] }
  | { readonly ok: false; readonly problem: ZipProblem };

/** Gives the bytes of a file from one place up to another. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** A file that the list of a ZIP file names. */
interface Listed {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly from: number;
}

/**
 * Takes every text (`.txt`) out of a ZIP file. Rejects only where `read` does.
 * @param size of the file, in bytes
 */
export async function zipToTexts(size: number, read: ReadBytes): Promise<ZipReading> {
  const refused = (problem: ZipProblem): ZipReading => ({ ok: false, problem });
  const listed = await listIn(size, read);
  if (!listed) return refused('damaged');
  const texts = listed.filter(({ name }) => /^(?!__MACOSX\/).*\.txt$/i.test(name));
  if (texts.length === 0) return refused('textless');
  if (texts.some(({ isLocked }) => isLocked)) return refused('locked');
  if (texts.reduce((sum, one) => sum + Math.max(one.size, one.packed), 0) > MOST_BYTES)
    return refused('too-long');
  const unpacked: Uint8Array[] = [];
  for (const one of texts) {
    const head = viewOf(await read(one.from, one.from + LOCAL.bytes));
    if (head.byteLength < LOCAL.bytes || head.getUint32(0, true) !== LOCAL.sign)
      return refused('damaged');
    const from = one.from + LOCAL.bytes + head.getUint16(26, true) + head.getUint16(28, true);
    const text = unpack(await read(from, from + one.packed), one);
    if (!text) return refused('damaged');
    unpacked.push(text);
  }
  return { ok: true, texts: unpacked };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** @returns null where the list is not there, or is not what it says it is */
async function listIn(size: number, read: ReadBytes): Promise<Listed[] | null> {
  const tail = viewOf(await read(Math.max(0, size - END.bytes - END.mostComment), size));
  let at = tail.byteLength - END.bytes;
  while (at >= 0 && tail.getUint32(at, true) !== END.sign) at -= 1;
  if (at < 0) return null;
  const [count, bytes, from] = [
    tail.getUint16(at + 10, true),
    tail.getUint32(at + 12, true),
    tail.getUint32(at + 16, true),
  ];
  if (bytes > MOST_LISTED || from + bytes > size) return null;
  const list = await read(from, from + bytes);
  const listed = entriesOf(list);
  return listed.length === count ? listed : null;
}

function entriesOf(list: Uint8Array): Listed[] {
  const view = viewOf(list);
  const listed: Listed[] = [];
  let at = 0;
  while (at + ENTRY.bytes <= list.length && view.getUint32(at, true) === ENTRY.sign) {
    const short = (place: number) => view.getUint16(at + place, true);
    const long = (place: number) => view.getUint32(at + place, true);
    const name = list.subarray(at + ENTRY.bytes, at + ENTRY.bytes + short(28));
    listed.push({
      name: new TextDecoder().decode(name),
      isLocked: (short(8) & LOCKED) !== 0,
      ...{ method: short(10), packed: long(20), size: long(24), from: long(42) },
    });
    at += ENTRY.bytes + short(28) + short(30) + short(32);
  }
  return listed;
}

/** @returns null where what is packed is not what the list says of it */
function unpack(packed: Uint8Array, { method, packed: length, size }: Listed): Uint8Array | null {
  if (packed.length !== length) return null;
  if (method === STORED) return length === size ? packed : null;
  if (method !== DEFLATED) return null;
  const text = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    text.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    // What swells beyond the size that was told does not fit into its room, and ends it.
    for (let at = 0; at < length; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= length);
  } catch {
    return null;
  }
  return filled === size ? text : null;
}
