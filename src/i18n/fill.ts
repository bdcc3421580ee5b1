/**
 * Puts values into the `{name}` places of a text; places without a value stay as they are.
 * @param number formats numbers; without it they are written plainly
 */
export function fill(
  text: string,
  values: Readonly<Record<string, string | number>>,
  number?: Intl.NumberFormat,
): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' && number ? number.format(value) : String(value);
  });
}
