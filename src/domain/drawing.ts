const PART = /<use href="parts\/([a-z0-9-]+)\.svg"((?: (?:x|y|transform)="[^"]*")*) *\/>/g;
const PLACE = / (x|y|transform)="([^"]*)"/g;

/**
 * Puts the shared parts that a drawing names, such as `<use href="parts/desk.svg" x="20" y="104"/>`, into it, so that
 * the page holds the whole drawing.
 * @param part gives the text of the part's file by its name; undefined where there is none
 * @throws Error when a part is missing
 */
export function composeDrawing(
  drawing: string,
  part: (name: string) => string | undefined,
): string {
  return drawing.replaceAll(PART, (_, name: string, attributes: string) => {
    const file = part(name);
    if (file === undefined) throw new Error(`content/images/parts/${name}.svg is missing.`);
    const place = new Map(
      [...attributes.matchAll(PLACE)].map(([, key = '', value = '']) => [key, value]),
    );
    const moved = `translate(${place.get('x') ?? 0} ${place.get('y') ?? 0})`;
    const own = place.get('transform');
    return `<g transform="${own ? `${own} ` : ''}${moved}">${drawingInside(file)}</g>`;
  });
}

/** The names of the shared parts that a drawing is composed of, each as often as it stands there. */
export function partsOfDrawing(drawing: string): string[] {
  return [...drawing.matchAll(PART)].map(([, name = '']) => name);
}

/** What stands between a drawing's `<svg …>` and `</svg>`. */
function drawingInside(file: string): string {
  return file.replace(/^[\s\S]*?<svg\b[^>]*>\s*/, '').replace(/\s*<\/svg>\s*$/, '');
}
