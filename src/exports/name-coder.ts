import { BadCode } from './bad-code.ts';
import { type Chances, type Coder, chances, learning, natural, whole } from './range-coder.ts';

const MOST_SIGNS = 100;
/** Unicode gives each script blocks of 128 signs; those of India's scripts have the same sounds in the same places. */
const BLOCK = 128;
const DEVANAGARI = 0x900 / BLOCK;
const LAST_OF_INDIA = 0xd00 / BLOCK;
/** The place of the virama, which joins consonants, in each of them. */
const VIRAMA = 0x4d;
const SPACE = 32;

const isOfIndia = (code: number): boolean =>
  code >= DEVANAGARI * BLOCK && code < (LAST_OF_INDIA + 1) * BLOCK;

/** What a sign follows: names are words, and in a word vowel signs and conjuncts come after consonants. */
function placeAfter(code: number): string {
  if (code === SPACE) return 'first';
  if (isOfIndia(code) && code % BLOCK === VIRAMA) return 'joined';
  return /\p{M}/u.test(String.fromCodePoint(code)) ? 'mark' : 'letter';
}

/**
 * Writes or reads the name of a person or a house, in any script.
 * @throws BadCode when reading what no writer wrote
 */
export function codeTyped(coder: Coder, text: string): string {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const length = natural(coder, 'signs', codes.length);
  if (length > MOST_SIGNS) throw new BadCode('A name in a code is short.');
  const read: number[] = [];
  let block = DEVANAGARI;
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    const place = placeAfter(read[at - 1] ?? SPACE);
    if (coder.bit(`space ${place}`, code === SPACE ? 1 : 0) === 1) {
      read.push(SPACE);
      continue;
    }
    const own = Math.floor(code / BLOCK);
    if (coder.bit(`other ${place}`, own === block ? 0 : 1) === 1) {
      block = whole(coder, 'block', 14, own);
    }
    const script = isOfIndia(block * BLOCK) ? 'India' : `${block}`;
    read.push(block * BLOCK + whole(coder, `${script} ${place}`, 7, code % BLOCK));
    if ((read[at] ?? 0) > 0x10ffff) throw new BadCode('A sign in a code is one of Unicode.');
  }
  return String.fromCodePoint(...read);
}

/**
 * Names of the kind that claims hold, invented. Part of the format: what they teach about names must be the same for who
 * writes and who reads, so no sign here is ever changed without a new version.
 */
const USUAL = [
  ...['सुनीता शर्मा', 'राजेश कुमार वर्मा', 'श्रीमती गायत्री देवी मीणा', 'मोहम्मद इमरान ख़ान'],
  ...['प्रिया सिंह राठौड़', 'डॉ. विक्रम चौधरी', 'लक्ष्मी नारायण गुप्ता', 'फ़ातिमा बेगम', 'हरप्रीत कौर'],
  ...['जितेंद्र यादव', 'अनिता जोशी', 'सूर्या हॉस्टल, कोटा', 'महावीर नगर', 'गर्ल्स हॉस्टल, जवाहर नगर'],
  ...['आदर्श बॉयज़ पीजी, तलवंडी', 'विद्या कोचिंग इंस्टीट्यूट, राजीव गांधी नगर', 'Sunita Sharma'],
  ...['Rajesh Kumar Verma', 'Mohammed Imran Khan', 'Priya Singh Rathore', 'Dr. Vikram Chaudhary'],
  ...['Lakshmi Narayan Gupta', 'Surya Girls Hostel, Kota', 'Adarsh Boys PG, Talwandi'],
  ...['Vidya Coaching Institute, Jawahar Nagar'],
];

let known: Chances | undefined;

/** Chances that know what names look like. */
export function chancesOfNames(): Chances {
  if (!known) {
    known = chances();
    for (const name of USUAL) codeTyped(learning(known), name);
  }
  return chances(known);
}
