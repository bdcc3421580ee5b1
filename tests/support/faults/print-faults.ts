declare global {
  interface Window {
    shown: Set<Element>;
  }
}

/** Run in a page on the screen: keeps which words are shown, for `printFaults`. */
export function rememberShown(): void {
  const { seen, hasOwnText } = window.look;
  window.shown = new Set(seen().filter(hasOwnText));
}

/**
 * Run in the same page as it is printed: words that only paper shows, such as those of a hidden panel, and words of the text
 * that paper leaves out, one sentence each. Cards of a lesson all print; controls do not.
 * @param isSheet whether a sheet of its own is printed in place of the page, so that words may be missing
 */
export function printFaults(isSheet: boolean): string[] {
  const { nameOf, seen, hasOwnText } = window.look;
  const faults: string[] = [];
  const printed = new Set(seen().filter(hasOwnText));
  for (const element of printed) {
    if (
      window.shown.has(element) ||
      element.closest('.printed, .paper, .on-paper, dastak-lesson .card')
    )
      continue;
    faults.push(`only paper shows ${nameOf(element)}`);
  }
  for (const element of isSheet ? [] : window.shown) {
    if (printed.has(element) || !element.closest('main')) continue;
    if (element.closest('nav, .actions, .button, button, form, .choices')) continue;
    faults.push(`paper leaves out ${nameOf(element)}`);
  }
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0 && !isSheet) faults.push(`the text is ${over} px wider than the paper`);
  return faults;
}
