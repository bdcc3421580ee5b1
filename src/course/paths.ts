import { pathsUnder } from '../i18n/paths.ts';

/** Addresses of all pages, below the base path of this build. */
export const paths = pathsUnder(import.meta.env.BASE_URL);
