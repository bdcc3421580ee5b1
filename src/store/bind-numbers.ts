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
    const numbers = openOurNumbers(engine, (entries) => copy.keepNumbers(numbersFormat, entries));
    void copy
      .all()
      .then((there) => there && numbers.restore(readSlot(numbersFormat, there.numbers).entries));
    // Only a phone that kept numbers before this needs what reads them.
    if (engine.get('our-numbers') !== null) {
      void import('./adopt-numbers.ts')
        .then(({ oldNumbers }) => {
          if (numbers.restore(oldNumbers(engine))) engine.remove('our-numbers');
        })
        .catch(() => undefined);
    }
    opened = numbers;
    return numbers;
  };
}
