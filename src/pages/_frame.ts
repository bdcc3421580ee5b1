import { pagePolicy } from '../build/policy.ts';
import type { Module, Practice } from '../course/module.ts';
import { afterStep, stepsOf } from '../course/navigation.ts';
import { paths } from '../course/paths.ts';
import { wholeCourse } from '../course/read.ts';
import type { Translate } from '../i18n/translator.ts';
import type { PracticeWay } from '../islands/practice/ways.ts';

/** What stands in the menu, under the heading `menu.group-…`. Pages for those who run the course are found through `about`. */
const MENU = {
  tools: ['now', 'help', 'our-numbers', 'poster', 'hand-over', 'me'],
  learn: ['map', 'glossary', 'sources'],
  record: ['my-data', 'outcome', 'certificate'],
  about: ['about'],
} as const;

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
    menu: Object.entries(MENU).map(([group, pages]) => ({
      name: t(`menu.group-${group}`),
      links: pages.map((name) => ({
        text: t(`menu.${name}`),
        address: name === 'map' ? paths.map(lang) : paths.single(lang, name),
        isHere: name === here,
      })),
    })),
  };
}

/** What a page needs of which there is one in each language: its frame, by its name in addresses and menu, and its texts. */
export async function singleFrameOf(lang: string, name: string) {
  const frame = await frameOf(lang, (other) => paths.single(other, name), name);
  return { frame, t: frame.t };
}

/**
 * What the frame of a step's page needs: that of any page, its heading, the door it lies behind and the other steps there.
 * @param step the step's id
 */
export async function stepFrameOf(
  lang: string,
  module: Module,
  step: string,
  title: string,
  addressIn: (lang: string) => string,
) {
  const frame = await frameOf(lang, addressIn);
  const { t } = frame;
  const door = { address: paths.module(lang, module.id), text: module.data.title[lang] ?? '' };
  const contents = {
    name: t('module.lessons'),
    place: { ...door, number: t('map.door', { number: module.number }) },
    links: stepsOf(module, lang, t).map((each) => ({ ...each, isHere: each.id === step })),
    keys: t('lesson.keys'),
  };
  return { ...frame, title, door, contents };
}

/** What lists all doors beside the page of one of them. */
export async function doorsBeside(lang: string, module: Module, t: Translate) {
  const { modules } = await wholeCourse();
  return {
    name: t('shell.home'),
    place: { address: paths.map(lang), text: t('map.title') },
    links: modules.map((each) => ({
      id: '',
      address: paths.module(lang, each.id),
      text: each.data.title[lang] ?? '',
      roles: each.data.roles,
      isHere: each === module,
    })),
  };
}

/** What the page of a practice of any kind needs: its frame, where one goes afterwards, and the page for whoever it is about. */
export async function practiceFrameOf(lang: string, module: Module, practice: Practice) {
  const { id, data } = practice;
  const title = data.title[lang] ?? '';
  const { contents: _, ...frame } = await stepFrameOf(lang, module, id, title, (other) =>
    paths.practice(other, practice),
  );
  const { course } = await wholeCourse();
  const isInRefreshers = module.id === course.final?.module || practice.kind === 'call';
  const back = {
    ...{ address: paths.single(lang, 'refresher'), text: frame.t('refresher.back') },
    isBack: true,
  };
  const ways: PracticeWay[] = [
    ...(isInRefreshers ? [back] : []),
    ...(await afterStep(module, id, lang, frame.t)),
  ];
  return { frame: { ...frame, isAlone: true }, t: frame.t, ways, me: paths.single(lang, 'me') };
}

/** What an island needs that tells of refreshers: their page, the clock by which days are counted, how they are written. */
export async function refresherFrameOf(lang: string) {
  const { course, site } = await wholeCourse();
  return {
    address: paths.single(lang, 'refresher'),
    zone: site.timeZone,
    locale: course.languages.find(({ id }) => id === lang)?.locale ?? lang,
  };
}
