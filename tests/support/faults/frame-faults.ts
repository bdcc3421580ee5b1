/** Run in a page: what in its frame keeps somebody from reading it or from pressing what it offers, one sentence each. */
export function frameFaults(): string[] {
  const faults: string[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${typeof element.className === 'string' && element.className ? `.${element.className.trim().replace(/\s+/g, '.')}` : ''}> “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const styleOf = (element: Element) => getComputedStyle(element);
  const around = (element: Element, test: (style: CSSStyleDeclaration) => boolean) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (test(styleOf(box))) return true;
    return false;
  };
  const seen = [...document.body.querySelectorAll('*')].filter(isSeen);

  const over = document.documentElement.scrollWidth - width;
  if (over > 0) {
    const widest = seen.filter((element) => element.getBoundingClientRect().right > width + 1);
    const inner = widest.filter(
      (element) => !widest.some((other) => other !== element && element.contains(other)),
    );
    faults.push(
      `the page is ${over} px wider than the screen: ${inner.slice(0, 3).map(nameOf).join(', ')}`,
    );
  }

  for (const element of seen) {
    const style = styleOf(element);
    const isHidden = element.closest('.visually-hidden, .skip, svg') !== null;
    if (isHidden) continue;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim(),
    );
    if (hasText) {
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      if (
        text.width > 0 &&
        (text.right > width + 1 || text.left < -1) &&
        !around(element, ({ overflowX }) => /auto|scroll/.test(overflowX))
      )
        faults.push(`text runs off the screen: ${nameOf(element)}`);
    }
    if (
      /hidden|clip/.test(style.overflowY) &&
      element.scrollHeight > element.clientHeight + 2 &&
      element.textContent?.trim()
    )
      faults.push(`text is cut in height: ${nameOf(element)}`);
    if (
      /hidden|clip/.test(style.overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.textContent?.trim()
    )
      faults.push(`text is cut in width: ${nameOf(element)}`);
  }

  const controls = seen.filter((element) =>
    element.matches('a[href], button, summary, input:not([type=hidden]), select, textarea'),
  );
  for (const control of controls) {
    if (control.closest('.skip')) continue;
    const label =
      control.closest('label') ??
      (control.id ? document.querySelector(`label[for="${control.id}"]`) : null);
    const target = control.matches('[type=radio], [type=checkbox]') && label ? label : control;
    const box = target.getBoundingClientRect();
    // A link within a sentence is as high as its line.
    const { display } = styleOf(control);
    const isAmongWords = [...(control.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === 3 && node.textContent?.trim(),
    );
    const isInline =
      control.matches('a') &&
      (display === 'inline' || (display === 'inline-block' && isAmongWords));
    if (!isInline && (box.height < 43.5 || box.width < 43.5))
      faults.push(
        `a target is ${Math.round(box.width)} × ${Math.round(box.height)} px: ${nameOf(control)}`,
      );
  }

  const fixed = [...document.querySelectorAll('.bar')].filter(
    (bar) => styleOf(bar).position === 'fixed',
  );
  for (const bar of fixed) {
    const { height: high, bottom } = bar.getBoundingClientRect();
    if (high > height / 4) faults.push(`the bar takes ${Math.round(high)} of ${height} px`);
    if (bottom > height + 1) faults.push('the bar hangs below the screen');
  }
  const exit = document.querySelector('.bar .exit')?.getBoundingClientRect();
  if (
    document.querySelector('.bar') &&
    (!exit ||
      exit.width === 0 ||
      exit.right > width + 1 ||
      exit.left < -1 ||
      exit.bottom > height + 1 ||
      exit.top < -1)
  )
    faults.push('the quick exit is not on the screen');
  return [...new Set(faults)];
}
