/**
 * Puts values into the `{name}` places of a text; places without a value stay as they are.
 * @param number writes a number; without it they are written plainly
 */
export function fill(
  text: string,
  values: Readonly<Record<string, string | number>>,
  number: (value: number) => string = String,
): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? number(value) : value;
  });
}
