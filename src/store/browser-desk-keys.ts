import { openDeskKeys } from './desk-keys.ts';
import { spaceOf } from './space.ts';

/** The signing keys of this page's device; copies of the course at other addresses of the same host have their own. */
export const deskKeys = openDeskKeys(
  () => window.indexedDB,
  `${spaceOf(import.meta.env.BASE_URL)}desk-keys`,
);
