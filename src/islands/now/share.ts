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
  const lines = [...sentence.children].map(({ textContent }) => textContent.trim());
  const text = [...lines, '', ...steps].join('\n');
  if (button.dataset['do'] === 'share') return share({ text });
  const isCopied = await copy(text, () => sentence);
  part(section, '.message').textContent = say(isCopied ? 'copied' : 'not-copied');
}
