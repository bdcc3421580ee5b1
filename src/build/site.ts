import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { siteSchema, timeZones } from '../schema/site.ts';

/** Where the built site is served. */
export interface SiteAddress {
  /** Origin, such as `https://example.org`. */
  address: string;
  /** Path below it, such as `/` or `/dastak/`; begins and ends with a slash. */
  base: string;
}

/**
 * Takes the address of the site apart.
 * @param siteText text of `content/site.yml`
 * @param override a web address to be used instead of the one in the file
 * @returns where the site is served; where no web address can be found, a local one, since the content
 *   rules then name the problem in `site.yml` and stop the build
 */
export function siteAddress(siteText: string, override?: string): SiteAddress {
  for (const address of [override, addressIn(siteText), 'http://localhost:4321/']) {
    if (!address || !URL.canParse(address)) continue;
    const { origin, pathname } = new URL(address);
    if (origin !== 'null') return { address: origin, base: pathname.replace(/\/*$/, '/') };
  }
  return { address: 'http://localhost:4321', base: '/' };
}

function addressIn(siteText: string): string | undefined {
  try {
    const data: unknown = parse(siteText);
    return data && typeof data === 'object' && 'address' in data ? String(data.address) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The zone by whose calendar the days of the content are meant.
 * @param siteText text of `content/site.yml`; where it names none, or one that is not known, it is that of Kota
 */
export function timeZoneIn(siteText: string): string {
  try {
    return siteSchema.shape.timeZone.catch(timeZones[0]).parse(Object(parse(siteText)).timeZone);
  } catch {
    return timeZones[0];
  }
}

function siteText(): string {
  try {
    return readFileSync(new URL('../../content/site.yml', import.meta.url), 'utf8');
  } catch {
    return '';
  }
}

/** Where this build is served: `DASTAK_ADDRESS` if it is set, else the address in `content/site.yml`. */
export const site: SiteAddress = siteAddress(siteText(), process.env.DASTAK_ADDRESS);

/** The zone of this institution. */
export const timeZone = timeZoneIn(siteText());
