import { pagePolicy } from '../build/policy.ts';
import type { Module, Practice } from '../course/module.ts';
import { afterStep } from '../course/navigation.ts';
import { paths } from '../course/paths.ts';
import { wholeCourse } from '../course/read.ts';

const SINGLES = [
  ...([
    'now',
    'help',
    'our-numbers',
    'poster',
    'hand-over',
    'me',
    'my-data',
    'outcome',
    'certificate',
  ] as const),
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
    institution: site.institution?.[lang],
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

/** What the frame of a step's page needs: that of any page, its heading, and the door it lies behind. */
export async function stepFrameOf(
  lang: string,
  module: Module,
  title: string,
  addressIn: (lang: string) => string,
) {
  const door = { address: paths.module(lang, module.id), text: module.data.title[lang] ?? '' };
  return { ...(await frameOf(lang, addressIn)), title, door };
}

/** What the page of a practice of any kind needs: its frame, where one goes afterwards, and the page for whoever it is about. */
export async function practiceFrameOf(lang: string, module: Module, practice: Practice) {
  const title = practice.data.title[lang] ?? '';
  const frame = await stepFrameOf(lang, module, title, (other) => paths.practice(other, practice));
  const ways = await afterStep(module, practice.id, lang, frame.t);
  return { frame, t: frame.t, ways, me: paths.single(lang, 'me') };
}
