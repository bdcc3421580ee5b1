import { composeDrawing, partsOfDrawing } from '../../domain/drawing.ts';
import { found, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { lineCounter } from '../reading/tag.ts';
import { suggestion } from '../references/edit-distance.ts';

const DRAWING = /^content\/images\/(?:([a-z]+)\/)?([^/]+)\.svg$/;
const ELEMENTS = ['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'use'];
const CLASSES = ['d-line', 'd-fill', 'd-soft', 'd-paper', 'd-face', 'd-light', 'd-chalk'];
const PAINTS = ['none', 'currentColor'];
/** Characters of a drawing with its parts; they are at most 2.5 kB when sent, since lines compress by half and more. */
const MOST = 5000;
const GUIDE = 'content/images/README.md tells how a drawing is made.';

/** A drawing is lines and surfaces in the site's own colours, composed of shared parts, and light. */
export function drawingFormProblems({ paths }: Content): Problem[] {
  const partNames = [...paths.keys()].flatMap((path) => {
    const [, folder, name = ''] = DRAWING.exec(path) ?? [];
    return folder === 'parts' ? [name] : [];
  });
  return [...paths.values()].flatMap(({ path, text }) => {
    if (!DRAWING.test(path)) return [];
    return [
      ...markupProblems(path, text),
      ...partProblems(path, text, partNames),
      ...weightProblems(path, text, (name) => paths.get(`content/images/parts/${name}.svg`)?.text),
    ];
  });
}

function markupProblems(file: string, text: string): Problem[] {
  const lines = lineCounter(text);
  return [...text.matchAll(/<([a-zA-Z!?][\w-]*)([^>]*)>/g)].flatMap(
    ({ 1: element = '', 2: attributes = '', index }) => {
      const line = lines(index);
      const problem = (value: string, message: string, instead: string): Problem => ({
        ...{ file, line, value, message, instead, why: GUIDE },
      });
      if (!ELEMENTS.includes(element)) {
        const known = ELEMENTS.join(', ');
        return problem(
          element,
          `The drawing holds <${element}>.`,
          `Draw it with ${known}; words and scripts stand in no drawing.`,
        );
      }
      return [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].flatMap(
        ([, name = '', value = '']) => {
          const isPaint = name === 'fill' || name === 'stroke';
          if (name === 'class') {
            const foreign = value.split(' ').find((one) => !CLASSES.includes(one));
            return foreign === undefined
              ? []
              : problem(
                  foreign,
                  `The drawing uses the class “${foreign}”.`,
                  suggestion(foreign, CLASSES, 'classes'),
                );
          }
          if (isPaint && !PAINTS.includes(value))
            return problem(
              value,
              `The drawing has a colour of its own, ${name}="${value}".`,
              `Write one of the classes ${CLASSES.join(', ')} instead; each follows the theme.`,
            );
          if (/^(style|id|on.*|.*href)$/.test(name) && !(element === 'use' && name === 'href'))
            return [problem(name, `<${element}> has the attribute “${name}”.`, 'Take it out.')];
          return [];
        },
      );
    },
  );
}

function partProblems(file: string, text: string, partNames: readonly string[]): Problem[] {
  const lines = lineCounter(text);
  const known = new Set(partsOfDrawing(text));
  return [...text.matchAll(/<use\b[^>]*>/g)].flatMap(({ 0: written, index }) => {
    const [, name] = /href="parts\/([a-z0-9-]+)\.svg"/.exec(written) ?? [];
    const line = lines(index);
    if (name === undefined || !known.has(name)) {
      return {
        ...{ file, line, value: written, why: GUIDE },
        message: `${written} names no shared part.`,
        instead: 'Write it like this: <use href="parts/desk.svg" x="20" y="106"/>',
      };
    }
    if (partNames.includes(name)) return [];
    return {
      ...{ file, line, value: name, why: GUIDE },
      message: `There is no part content/images/parts/${name}.svg.`,
      instead: suggestion(name, partNames, 'parts'),
    };
  });
}

function weightProblems(
  file: string,
  text: string,
  part: (name: string) => string | undefined,
): Problem[] {
  const { length } = composeDrawing(text, (name) => part(name) ?? '');
  return found(
    length > MOST && {
      ...{ file, line: 1, value: String(length) },
      message: `The drawing has ${length} characters with its parts; ${MOST} are allowed.`,
      instead:
        'Leave out small things, join paths of one class, and round coordinates to whole numbers.',
      why: 'It stands in the page itself and must come with the first packets on a weak signal.',
    },
  );
}
