import { bindPhone } from './bind-phone.ts';

/** What this page keeps things with. */
export const phone = bindPhone(window, import.meta.env.BASE_URL);

/** The one store of this page. */
export const store = phone.store;
