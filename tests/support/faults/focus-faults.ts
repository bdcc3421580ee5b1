/**
 * Run in a page that was last used by keyboard: the controls whose focus cannot be seen, one sentence each. A control shows
 * its focus by an outline, border or ground that it or its label has only then, and that nothing lies upon.
 */
export function focusFaults(): string[] {
  const { nameOf, controls, contrast, groundOf } = window.look;
  const labelOf = (control: Element) =>
    control.closest('label') ??
    (control.id ? document.querySelector(`label[for="${control.id}"]`) : null) ??
    control;
  const looksOf = (element: Element) => {
    const style = getComputedStyle(element);
    const isOutlined =
      style.outlineStyle !== 'none' &&
      Number.parseFloat(style.outlineWidth) >= 2 &&
      contrast(style.outlineColor, groundOf(element)) >= 3;
    return [isOutlined, style.borderColor, style.borderWidth, style.backgroundColor].join();
  };
  const faults: string[] = [];
  for (const control of controls()) {
    const label = labelOf(control);
    (document.activeElement as HTMLElement | null)?.blur();
    const before = [control, label].map(looksOf);
    control.focus();
    if (document.activeElement !== control) {
      faults.push(`does not take the focus: ${nameOf(control)}`);
      continue;
    }
    if (String(before) === String([control, label].map(looksOf)))
      faults.push(`the focus does not show: ${nameOf(control)}`);
    const { left, top, width, height } = label.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height] as const),
    );
    const isOpen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (label.contains(hit) || hit.contains(label));
    });
    if (!isOpen)
      faults.push(`the focus lies under something, or off the screen: ${nameOf(control)}`);
  }
  return [...new Set(faults)];
}
