import { pagePolicy } from '../build/policy.ts';
import { paths, wholeCourse } from '../course.ts';

const SINGLES = [
  ...(['now', 'help', 'our-numbers', 'poster', 'hand-over', 'me', 'my-data', 'outcome'] as const),
  ...(['glossary', 'sources', 'about'] as const),
];

/** How many helplines stand on a printed page: the first ones of the ledger. */
const PRINTED = 2;

/**
 * What the frame of a page needs: its texts, the same page in the other languages, the menu.
 * @param lang the page's language
 * @param addressIn the page's address in a given language
 * @param here the menu entry that leads to this page, if any
 */
export async function frameOf(lang: string, addressIn: (lang: string) => string, here?: string) {
  const { course, helplines, site, translate } = await wholeCourse();
  const t = translate(lang);
  return {
    lang,
    t,
    policy: pagePolicy,
    home: paths.map(lang),
    help: paths.single(lang, 'help'),
    myData: paths.single(lang, 'my-data'),
    exit: site.exit,
    contact: site.contact,
    printed: helplines
      .slice(0, PRINTED)
      .map(({ name, number }) => `${name[lang]} ${number}`)
      .join(' · '),
    languages: course.languages.map(({ id, name }) => ({ id, name, address: addressIn(id) })),
    links: ['map', ...SINGLES].map((name) => ({
      name,
      text: t(`menu.${name}`),
      address: name === 'map' ? paths.map(lang) : paths.single(lang, name),
      isHere: name === here,
    })),
  };
}
