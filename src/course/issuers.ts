import type { Issuer } from '../domain/issuer.ts';
import type { Site } from '../schema/site.ts';

/** Whose signatures a site trusts, with their names in a language first. */
export const issuersIn = ({ issuers }: Site, lang: string): Issuer[] =>
  issuers.map(({ id, name, key, from, until = '', lost = '' }) => ({
    ...{ id, key, from, until, lost },
    name: name[lang] ?? id,
    names: name,
  }));
