import { BadCode } from './bad-code.ts';
import { type Coder, natural, whole } from './range-coder.ts';

const MOST_CHARACTERS = 80;

/** What names a run: the sum of its scene and the seed of its order, both below 2³², such as `2x1.207`. */
export const NAME = /^(0|1[0-9a-y][0-9a-z]{5}|[1-9a-z][0-9a-z]{0,5})\.(0|[1-9]\d{0,8})$/;

/** Writes or reads the name of a run. */
export function codeName(coder: Coder, value: string): string {
  const [, scene = '', seed = ''] = NAME.exec(value) ?? [];
  const sum = codeLong(coder, 'scene', Number.parseInt(scene || '0', 36));
  const name = `${sum.toString(36)}.${codeLong(coder, 'seed', Number(seed))}`;
  if (!NAME.test(name)) throw new BadCode('A name of a run is short.');
  return name;
}

/** A number below 2³² all of whose digits are chance; only how many half-bytes it fills is worth learning. */
function codeLong(coder: Coder, question: string, value: number): number {
  const halves = whole(coder, question, 4, Math.ceil(Math.log2(value + 1) / 4));
  if (halves > 8) throw new BadCode('A number in a code has at most 32 bits.');
  return whole(coder, '', halves * 4, value);
}

/** Writes or reads any short text. */
export function codeText(coder: Coder, value: string): string {
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const length = natural(coder, 'length', points.length);
  if (length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  const read = Array.from({ length }, (_, index) =>
    whole(coder, 'point', 21, points[index] ?? 0, 15),
  );
  const text = String.fromCodePoint(...read);
  if (text.length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  return text;
}
