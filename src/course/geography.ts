import { contactKinds } from '../domain/own-number.ts';
import { type Land, neededHelplines } from '../domain/referral.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Helpline } from '../schema/ledgers.ts';
import type { Places, Site } from '../schema/site.ts';

/** The land as `referral` sees it, from the institution's district. */
export function landOf(places: Places, here: string): Land {
  const state = places.districts.find(({ id }) => id === here)?.state ?? null;
  const police = places.districts
    .filter((district) => district.police.length > 0)
    .map((district) => [district.id, district.police.map(({ id }) => id)]);
  return { here: { state, district: here }, police: Object.fromEntries(police) };
}

/** The numbers of `content/site.yml` in one language. */
export function siteNumbers({ contacts }: Site, lang: string) {
  return contacts.map(({ id, kind, name, number, place, tested }) => ({
    ...{ id, kind, number, place, tested },
    name: name[lang] ?? id,
  }));
}

/**
 * The helplines, by id, on which the order of ringing rests.
 * @throws when one of them is missing, since no list may have a gap
 */
export function linesById(helplines: readonly Helpline[]): Record<string, Helpline> {
  const lines = Object.fromEntries(helplines.map((line) => [line.id, line]));
  for (const id of neededHelplines) {
    if (!lines[id]) {
      throw new Error(
        `content/helplines.yml has no entry with the id "${id}". Restore it, because the page that says whom to ring rests on it.`,
      );
    }
  }
  return lines;
}

/** Kinds of local number by id, in a page's language. */
export function kindNames(t: Translate): Record<string, string> {
  return Object.fromEntries(contactKinds.map((kind) => [kind, t(`numbers.kind-${kind}`)]));
}

/** Places that have a police control room of their own: police districts and districts, those of `here` first. */
export function roomsOf(places: Places, here: string, lang: string) {
  const ordered = [
    ...places.districts.filter(({ id }) => id === here),
    ...places.districts.filter(({ id }) => id !== here),
  ];
  return ordered.flatMap((district) =>
    // Where the police divide a district wholly there is no room for all of it.
    [...district.police, ...(district.police.length > 1 ? [] : [district])].map(({ id, name }) => ({
      id,
      name: name[lang] ?? id,
    })),
  );
}
