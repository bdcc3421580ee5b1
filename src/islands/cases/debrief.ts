import type { CasesRun } from '../../domain/cases.ts';
import type { Deck } from '../../domain/cases-deck.ts';
import { resultOf, toLeaning, toTelling } from '../../domain/cases-result.ts';
import { made, part, refill } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';
import { copyOf } from './parts.ts';

/**
 * Says in sentences what a run comes to, with all its cases to look at again. Loaded apart, because it is needed only
 * at the end.
 * @param host the element that holds the result and the cases
 */
export function showResult(host: HTMLElement, deck: Deck, run: CasesRun): void {
  const say = stringsOf(host);
  const result = resultOf(deck, run);
  const { hits, signals, falseAlarms, late, isFirstRight, moves, helped, missed } = result;
  const sentences = [
    say('seen', { hits, signals }),
    falseAlarms > 0 ? say('alarms', { count: falseAlarms }) : say('alarms-none'),
    late > 0 && say('late', { count: late }),
    isFirstRight !== undefined && say(isFirstRight ? 'first-right' : 'first-wrong'),
    moves > 0 && say('moves', { helped, moves }),
    say(`leaning-${toLeaning(result)}`),
  ];
  const put = (name: string, ...content: (Node | string)[]) =>
    refill(part(host, `.result ${name}`), ...content);
  put('.verdict', say(`telling-${toTelling(result)}`));
  put('.summary', ...sentences.flatMap((text) => (text ? made('li', text) : [])));
  const nameOf = (sign: string) =>
    host.querySelector(`.example [data-sign="${CSS.escape(sign)}"]`)?.textContent ?? '';
  put('.missed ul', ...missed.map((sign) => made('li', nameOf(sign))));
  part(host, '.missed').hidden = missed.length === 0;
  put('.few', say('few', { count: run.drawn.length }));
  const again = run.drawn.map(({ id, decision }) => {
    const name =
      host.querySelector(`[value="${CSS.escape(decision ?? '')}"] + span`)?.textContent ?? '';
    const you = made('p', say('you', { decision: name }));
    return made('li', copyOf(host, id, '.seen'), you, copyOf(host, id, '.reasons'));
  });
  put('.all', ...again);
}
