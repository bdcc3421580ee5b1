import type { Strings } from '../strings/strings.ts';

/**
 * Passes the sentence and the order on as text, or copies it.
 * @param button one of the section whose text it is; `data-do` says `share` or `copy`
 */
export async function pass(button: HTMLElement, say: Strings): Promise<void> {
  const section = button.closest('section') as HTMLElement;
  const sentence = section.querySelector('.say') as HTMLElement;
  const told = section.querySelector('.told') as HTMLElement;
  const steps = [...section.querySelectorAll('.step')].map((step, index) => {
    const number = step.querySelector('.ring')?.getAttribute('href')?.slice(4) ?? '';
    const title = step.querySelector('h4')?.textContent ?? '';
    return `${index + 1}. ${title}${number && `: ${number}`}`;
  });
  const lines = [...sentence.children].map(({ textContent }) => textContent?.trim() ?? '');
  const text = [...lines, '', ...steps].join('\n');
  if (button.dataset['do'] === 'share') return navigator.share({ text }).catch(() => undefined);
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = say('copied');
  } catch {
    getSelection()?.selectAllChildren(sentence);
    told.textContent = say('not-copied');
  }
}
