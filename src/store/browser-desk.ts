import { openDesk } from './desk.ts';
import { spaceOf } from './space.ts';

/** The register of this page's device; copies of the course at other addresses of the same host have their own. */
export const desk = openDesk(() => window.indexedDB, `${spaceOf(import.meta.env.BASE_URL)}desk`);
