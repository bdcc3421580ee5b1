import { bindPhone } from './bind-phone.ts';

const phone = bindPhone(window, import.meta.env.BASE_URL);

/** The one store of this page. */
export const store = phone.store;

/** The own numbers of the hostel on this page's phone. */
export const ourNumbers = phone.ourNumbers;
