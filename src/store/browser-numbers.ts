import { bindNumbers } from './bind-numbers.ts';
import { phone } from './browser-store.ts';

/** The own numbers of the hostel on this page's phone. */
export const ourNumbers = bindNumbers(phone);
