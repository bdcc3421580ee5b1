import { adoptNumbers } from './adopt-numbers.ts';
import type { Phone } from './bind-phone.ts';
import { numbersFormat } from './numbers-format.ts';
import { type OurNumbers, openOurNumbers } from './our-numbers.ts';
import { readSlot } from './slot.ts';

/** Gives the numbers that a phone keeps, opened at their first use. */
export function bindNumbers({ openStorage, copy }: Pick<Phone, 'openStorage' | 'copy'>) {
  let opened: OurNumbers | undefined;
  return (): OurNumbers => {
    if (opened) return opened;
    const engine = openStorage();
    adoptNumbers(engine);
    const numbers = openOurNumbers(engine, (entries) => copy.keepNumbers(numbersFormat, entries));
    void copy
      .all()
      .then((there) => there && numbers.restore(readSlot(numbersFormat, there.numbers).entries));
    opened = numbers;
    return numbers;
  };
}
