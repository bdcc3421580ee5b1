import { plainLine } from '../../domain/plain-line.ts';
import { part, parts } from '../dom.ts';
import { copy, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

/**
 * Shares the sentence and the order as text, or copies it.
 * @param button one of the section whose text it is; `data-do` says `share` or `copy`
 */
export async function shareOrder(button: HTMLElement, say: Strings): Promise<void> {
  const section = button.closest('section') as HTMLElement;
  const sentence = part(section, '.say');
  const steps = parts(section, '.step').map((step, index) => {
    const number = step.querySelector('.ring')?.getAttribute('href')?.slice(4) ?? '';
    return `${index + 1}. ${part(step, 'h4').textContent}${number && `: ${number}`}`;
  });
  const lines = [...sentence.children].map(({ childNodes }) =>
    [...childNodes]
      .map((piece) => toText(piece, say('blank')))
      .join('')
      .trim(),
  );
  const text = [...lines, '', ...steps].join('\n');
  if (button.dataset['do'] === 'share') return share({ text });
  const isCopied = await copy(text, () => sentence);
  part(section, '.message').textContent = say(isCopied ? 'copied' : 'not-copied');
}

/** A piece of the sentence as it is said: what was filled in, or a line where nothing was. */
function toText(piece: Node, blank: string): string {
  if (!(piece instanceof HTMLElement && piece.matches('.gap'))) return piece.textContent ?? '';
  const typed = [...piece.querySelectorAll('input')].flatMap(({ value }) => plainLine(value) || []);
  return typed.join(', ') || blank;
}
