/** The headers that a path gets from a `_headers` file, as its hosts read it; `*` stands for any rest. */
export function headersFor(file: string, path: string): Record<string, string> {
  const rules = file.split(/\n\n+/).map((block) => block.trim().split('\n'));
  const matches = (pattern: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return Object.fromEntries(
    rules
      .filter(([pattern = '']) => matches(pattern))
      .flatMap(([, ...lines]) => lines)
      .map((line) => {
        const [name = '', ...value] = line.trim().split(': ');
        return [name, value.join(': ')];
      }),
  );
}
