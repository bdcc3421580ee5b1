import { parts } from '../dom.ts';

/** The width of a phone's picture; its height follows from what is written. */
const WIDTH = 1080;
const EDGE = 80;
const INNER = WIDTH - 2 * EDGE;
const PAPER = '#fffaf2';
const INK = '#1d2733';
const TEAL = '#0e4a56';
const LIGHT = '#e8a33d';
/** What the parts of a drawing are filled with. */
const FILLS: Readonly<Record<string, string>> = {
  'd-light': LIGHT,
  'd-fill': TEAL,
  'd-paper': PAPER,
  'd-soft': '#e4efee',
};
const COLUMNS = 4;

/** Draws something below a place and gives the place below it; without a pen it only measures. */
type Step = (top: number, pen: CanvasRenderingContext2D, isDrawing: boolean) => number;

/**
 * Draws the certificate as a picture for a phone.
 * @param sheet the certificate as it stands in the page
 * @param name the file's name
 * @throws Error where the browser gives no canvas
 */
export async function sheetToFile(sheet: HTMLElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no canvas.');
  const steps = stepsOf(sheet);
  const run = (isDrawing: boolean) =>
    steps.reduce((top, step) => step(top, pen, isDrawing), EDGE + 20);
  [canvas.width, canvas.height] = [WIDTH, 100];
  const height = Math.ceil(run(false)) + EDGE + 10;
  canvas.height = height;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, height);
  frame(pen, 12, 24, TEAL, height);
  frame(pen, 40, 4, LIGHT, height);
  run(true);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('This browser could not make a picture.');
  return new File([blob], name, { type: 'image/png' });
}

function frame(
  pen: CanvasRenderingContext2D,
  inset: number,
  width: number,
  colour: string,
  height: number,
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.strokeRect(inset, inset, WIDTH - 2 * inset, height - 2 * inset);
}

function stepsOf(sheet: HTMLElement): Step[] {
  const text = (selector: string, size: number, weight: number, colour = INK, after = 14) =>
    textsOf(sheet, selector).map((line, at) =>
      written(line, at === 0 ? size : size * 0.74, at === 0 ? weight : 400, colour, after),
    );
  const shown = parts(sheet, '[data-fact]:not([hidden])').map((fact): Fact => {
    const [label = ''] = textsOf(fact, 'dt');
    const [value = ''] = textsOf(fact, 'dd');
    return { label, value, isWide: fact.dataset['fact'] === 'level' };
  });
  return [
    ...text('.course', 34, 700, TEAL, 6),
    ...text('h2', 62, 700, TEAL, 10),
    ...text('.name', 74, 700, INK, 6),
    ...of(sheet).map((line) => written(line, 36, 400, INK, 20)),
    ...text('.did', 36, 400, INK, 12),
    doors(sheet),
    ...text('.truths', 32, 400, INK, 12),
    facts(shown),
    code(sheet),
    ...text('.code p:not([hidden])', 26, 400, INK, 14),
    ...text('.honest', 28, 400, INK, 8),
  ];
}

/** The house and the post, as far as they are there. */
const of = (sheet: HTMLElement): string[] => {
  const both = ['.place', '.role'].flatMap((selector) => textsOf(sheet, selector));
  return both.length > 0 ? [both.join(' · ')] : [];
};

/** The texts of a part of the sheet, one for each language that is shown. */
function textsOf(host: HTMLElement, selector: string): string[] {
  const [found] = parts(host, selector);
  if (!found || found.hidden) return [];
  const spans = parts(found, 'span[lang]').filter(
    (span) => getComputedStyle(span).display !== 'none',
  );
  const texts = (spans.length > 0 ? spans : [found]).map(({ innerText }) => innerText.trim());
  return texts.filter(Boolean);
}

/** A text in the middle, in as many lines as it needs. */
function written(text: string, size: number, weight: number, colour: string, after: number): Step {
  return (top, pen, isDrawing) => {
    setFace(pen, size, weight, colour);
    const lines = linesOf(pen, text, INNER - 40);
    if (isDrawing) {
      lines.forEach((line, at) => {
        pen.fillText(line, WIDTH / 2, top + at * size * 1.4);
      });
    }
    return top + lines.length * size * 1.4 + after;
  };
}

function setFace(pen: CanvasRenderingContext2D, size: number, weight: number, colour: string) {
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillStyle = colour;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
}

function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.slice(-1)[0];
    const longer = `${last} ${word}`;
    if (last !== undefined && pen.measureText(longer).width <= width) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines;
}

interface Fact {
  readonly label: string;
  readonly value: string;
  /** Whether it needs the whole width. */
  readonly isWide: boolean;
}

/** What is said in few words, two beside each other. */
function facts(all: readonly Fact[]): Step {
  return (top, pen, isDrawing) => {
    let [below, column] = [top, 0];
    for (const [at, { label, value, isWide }] of all.entries()) {
      const isAlone = isWide || (column === 0 && (all[at + 1]?.isWide ?? true));
      const centre = isAlone ? WIDTH / 2 : WIDTH / 2 + (column === 0 ? -INNER : INNER) / 4;
      setFace(pen, 26, 400, '#4c5866');
      if (isDrawing) pen.fillText(label, centre, below);
      setFace(pen, 34, 650, INK);
      const lines = linesOf(pen, value, isAlone ? INNER - 40 : INNER / 2 - 20);
      if (isDrawing) {
        for (const [index, line] of lines.entries()) {
          pen.fillText(line, centre, below + 36 + index * 48);
        }
      }
      column = isAlone ? 0 : 1 - column;
      if (column === 0) below += 54 + lines.length * 48;
    }
    return below;
  };
}

/** The open doors in rows, each with what it stands for. */
function doors(sheet: HTMLElement): Step {
  const shown = parts(sheet, '.doors li:not([hidden])');
  const column = INNER / COLUMNS;
  return (top, pen, isDrawing) => {
    let below = top;
    for (let first = 0; first < shown.length; first += COLUMNS) {
      const row = shown.slice(first, first + COLUMNS);
      const start = (WIDTH - row.length * column) / 2;
      const heights = row.map((door, at) => {
        const centre = start + (at + 0.5) * column;
        if (isDrawing) drawDoor(sheet, pen, centre - 66, below);
        setFace(pen, 28, 650, INK);
        const lines = linesOf(pen, textsOf(door, 'span[lang]')[0] ?? '', column - 16);
        if (isDrawing) {
          lines.forEach((line, index) => {
            pen.fillText(line, centre, below + 184 + index * 40);
          });
        }
        return 184 + lines.length * 40;
      });
      below += Math.max(...heights) + 16;
    }
    return below + 6;
  };
}

/** Draws the page's own drawing of an open door, path by path. */
function drawDoor(sheet: HTMLElement, pen: CanvasRenderingContext2D, left: number, top: number) {
  pen.save();
  pen.translate(left, top);
  pen.scale(1.1, 1.1);
  pen.lineWidth = 2.5;
  pen.strokeStyle = TEAL;
  for (const path of sheet.querySelectorAll('#door-finished path')) {
    const shape = new Path2D(path.getAttribute('d') ?? '');
    const look = path.closest('[class^=d-]')?.getAttribute('class') ?? '';
    const fill = FILLS[look];
    if (fill) {
      pen.fillStyle = fill;
      pen.fill(shape);
    } else pen.stroke(shape);
  }
  pen.restore();
}

/** The QR code, square by square as large as a camera wants it. */
function code(sheet: HTMLElement): Step {
  const SIZE = 260;
  return (top, pen, isDrawing) => {
    const drawn = sheet.querySelector('canvas');
    if (isDrawing && drawn) {
      pen.imageSmoothingEnabled = false;
      pen.drawImage(drawn, (WIDTH - SIZE) / 2, top, SIZE, SIZE);
    }
    return top + SIZE + 8;
  };
}
