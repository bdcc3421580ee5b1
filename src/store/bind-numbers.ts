import { adoptNumbers } from './adopt-numbers.ts';
import type { Phone } from './bind-phone.ts';
import { type OurNumbers, openOurNumbers } from './our-numbers.ts';

/** Gives the numbers that a phone keeps, opened at their first use. */
export function bindNumbers({ openStorage, copy }: Pick<Phone, 'openStorage' | 'copy'>) {
  let opened: OurNumbers | undefined;
  return (): OurNumbers => {
    if (opened) return opened;
    const engine = openStorage();
    adoptNumbers(engine);
    const numbers = openOurNumbers(engine, copy.keepNumbers);
    void copy.all().then((there) => there && numbers.restore(there.numbers));
    opened = numbers;
    return numbers;
  };
}
