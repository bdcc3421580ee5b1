import fc from 'fast-check';

/** How many code points there are before the halves of surrogate pairs, which alone are no letters, and how many halves. */
const [BEFORE, HALVES] = [0xd800, 0x800];

/**
 * Any code point. The unit `binary` of the library holds the same, but makes a table of all of them first, which takes
 * more than a second in every process that reads a file with such a text.
 */
const letter = fc.nat(0x10ffff - HALVES).map(
  (at) => String.fromCodePoint(at < BEFORE ? at : at + HALVES),
  (text) => {
    const code = typeof text === 'string' ? (text.codePointAt(0) ?? -1) : -1;
    const isHalf = code >= BEFORE && code < BEFORE + HALVES;
    if (code < 0 || isHalf || text !== String.fromCodePoint(code)) throw new Error('No letter.');
    return code < BEFORE ? code : code - HALVES;
  },
);

/** Any text of at most so many letters, controls and unseen signs among them. */
export const anyTextOf = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ maxLength, unit: letter });

/** Any text that is long enough to hold more than a line. */
export const anyText = anyTextOf(400);
