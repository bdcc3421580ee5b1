/*
 * An adaptive binary range coder: each yes-or-no question costs as many bits as its answer is surprising, judged by
 * the answers to the same question before. The writer and the reader ask the same questions, so one function that
 * takes either describes a format in both directions.
 * Source: G. N. N. Martin, Range encoding (1979); probabilities after Krichevsky and Trofimov (1981).
 */

/** Writes or reads values; a writer is given the value and returns it, a reader ignores what it is given. */
export interface Coder {
  readonly isReading: boolean;
  /** One bit; `question` names what it answers. */
  bit(question: string, value: number): number;
}

const TOP = 2 ** 32;
const BITS = 12;

/** Chances out of 2¹² that the next answer to a question is 0, from how often 0 and 1 came before. */
export interface Chances {
  of(question: string): number;
  learn(question: string, value: number): void;
  /** How often 0 and 1 came as answers to a question. */
  counts(question: string): readonly [number, number];
}

/**
 * Chances that learn from answers; a writer and its reader begin with the same ones.
 * @param before what was learnt from before; it stays as it is
 */
export function chances(before?: Chances): Chances {
  const own = new Map<string, readonly [number, number]>();
  const counts = (question: string): readonly [number, number] =>
    own.get(question) ?? before?.counts(question) ?? [0, 0];
  return {
    counts,
    of(question) {
      const [zeros, ones] = counts(question);
      const chance = Math.floor(((10 * zeros + 3) * 2 ** BITS) / (10 * (zeros + ones) + 6));
      return question ? Math.min(Math.max(chance, 32), 2 ** BITS - 32) : 2 ** (BITS - 1);
    },
    learn(question, value) {
      const [zeros, ones] = counts(question);
      own.set(question, value === 0 ? [zeros + 1, ones] : [zeros, ones + 1]);
    },
  };
}

/** A coder that writes nothing: its chances learn what is usual. */
export const learning = (model: Chances): Coder => ({
  isReading: false,
  bit(question, value) {
    model.learn(question, value);
    return value;
  },
});

/** A coder that writes; `bytes()` ends it and gives the bytes, without zeros at the end. */
export function bitWriter(model = chances()): Coder & { bytes(): Uint8Array } {
  const out: number[] = [];
  let low = 0;
  let range = TOP - 1;
  const carry = () => {
    if (low < TOP) return;
    low -= TOP;
    let index = out.length - 1;
    while (out[index] === 255) out[index--] = 0;
    out[index] = (out[index] ?? 0) + 1;
  };
  return {
    isReading: false,
    bit(question, value) {
      const bound = Math.floor(range / 2 ** BITS) * model.of(question);
      if (value === 0) range = bound;
      else {
        low += bound;
        range -= bound;
      }
      carry();
      while (range < 2 ** 24) {
        out.push(Math.floor(low / 2 ** 24));
        low = (low % 2 ** 24) * 256;
        range *= 256;
      }
      model.learn(question, value);
      return value;
    },
    bytes() {
      // Of all values that end here, the one with most zeros at its end, which need not be written.
      let unit = TOP;
      while (Math.ceil(low / unit) * unit >= low + range) unit /= 2;
      low = Math.ceil(low / unit) * unit;
      carry();
      for (let place = 24; place >= 0; place -= 8) out.push(Math.floor(low / 2 ** place) % 256);
      return withoutZeros(Uint8Array.from(out));
    },
  };
}

/** A coder that reads what a writer wrote; behind the end it reads zeros. */
export function bitReader(bytes: Uint8Array, model = chances()): Coder {
  let next = 0;
  let range = TOP - 1;
  let code = 0;
  const pull = () => {
    code = (code % 2 ** 24) * 256 + (bytes[next++] ?? 0);
  };
  for (let index = 0; index < 4; index++) pull();
  return {
    isReading: true,
    bit(question) {
      const bound = Math.floor(range / 2 ** BITS) * model.of(question);
      const value = code < bound ? 0 : 1;
      if (value === 0) range = bound;
      else {
        code -= bound;
        range -= bound;
      }
      while (range < 2 ** 24) {
        pull();
        range *= 256;
      }
      model.learn(question, value);
      return value;
    },
  };
}

/** Bytes up to the last one that is not zero. */
export function withoutZeros(bytes: Uint8Array): Uint8Array {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length -= 1;
  return bytes.slice(0, length);
}

/**
 * A number of a fixed count of bits.
 * @param question names what it is; where it is empty all numbers cost the same
 * @param learnt how many of its bits are worth learning; in the last ones there is mostly no rule
 */
export function whole(
  coder: Coder,
  question: string,
  bits: number,
  value: number,
  learnt = bits,
): number {
  let known = 1;
  for (let place = bits - 1; place >= 0; place--) {
    const bit = Math.floor(value / 2 ** place) % 2;
    const isLearnt = question && bits - place <= learnt;
    known = known * 2 + coder.bit(isLearnt ? `${question}${known}` : '', bit);
  }
  return known - 2 ** bits;
}

/**
 * A number from 0 up, small ones being cheap (Elias gamma with learnt chances).
 * @throws RangeError when it is 2²⁶ or more, which no writer writes
 */
export function natural(coder: Coder, question: string, value: number): number {
  const length = Math.floor(Math.log2(value + 1));
  let bits = 0;
  while (coder.bit(`${question}>${bits}`, bits < length ? 1 : 0) === 1) {
    if (++bits > 26) throw new RangeError('A number in a code is at most 2²⁶.');
  }
  return 2 ** bits + whole(coder, `${question}=${bits}.`, bits, value + 1 - 2 ** length, 2) - 1;
}
