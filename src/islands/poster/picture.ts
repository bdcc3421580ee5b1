/** The width and height of a phone's screen, for a picture that fills it. */
const WIDTH = 1080;
const HEIGHT = 1920;
const EDGE = 70;

/** A line of the picture: what is written, how large, and how much room follows it. */
interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly after: number;
  /** Whether it stands in white on the ground of danger. */
  readonly isDanger?: boolean;
}
/** Room for the drawing, in the shape of its own. */
const STRIP = { width: WIDTH - 2 * EDGE, height: ((WIDTH - 2 * EDGE) * 100) / 774 };

/**
 * Draws the poster as a picture for a phone.
 * @param sheet the poster as it stands in the page
 * @param name the file's name
 * @throws Error where the browser gives no canvas
 */
export async function sheetToFile(sheet: HTMLElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no canvas.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#0e4a56';
  pen.fillRect(0, 0, WIDTH, 16);
  pen.fillStyle = '#000';
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  const lines = linesOf(sheet);
  const whole = lines.reduce((sum, { size, after }) => sum + size * 1.3 + after, 0);
  const scale = Math.min(1, (HEIGHT - 2 * EDGE) / whole);
  let top = EDGE + Math.max(0, (HEIGHT - 2 * EDGE - whole * scale) / 2);
  const drawing = await stripOf(sheet);
  for (const { text, size, weight, after, isDanger = false } of lines) {
    const face = getComputedStyle(document.body).fontFamily;
    const fitting = (px: number) => {
      pen.font = `${weight} ${px}px ${face}`;
      return pen.measureText(text).width;
    };
    const px = size * scale;
    if (text === STRIP_LINE) {
      pen.drawImage(drawing, EDGE, top, STRIP.width, STRIP.height);
      top += px * 1.3 + after * scale;
      continue;
    }
    // Digits need no room below their line; other letters reach above theirs.
    const ground =
      weight === 800 ? { above: 2, high: px * 1.05 } : { above: 18, high: px * 1.3 + 22 };
    pen.fillStyle = '#a8401f';
    if (isDanger) pen.fillRect(EDGE, top - ground.above, STRIP.width, ground.high + ground.above);
    pen.fillStyle = isDanger ? '#fff' : '#000';
    // A long line is drawn smaller rather than broken, so that no digit stands apart.
    const width = fitting(px);
    if (width > WIDTH - 2 * EDGE) fitting((px * (WIDTH - 2 * EDGE)) / width);
    pen.fillText(text, WIDTH / 2, top);
    top += px * 1.3 + after * scale;
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('This browser could not make a picture.');
  return new File([blob], name, { type: 'image/png' });
}

/** Stands for the drawing among the lines; no text has such a sign. */
const STRIP_LINE = '\n';

/** The drawing of the poster, with the colours that the page gives it. */
async function stripOf(sheet: HTMLElement): Promise<HTMLImageElement> {
  const drawn = sheet.querySelector('.strip svg');
  if (!drawn) throw new Error('The poster has no drawing.');
  const copy = drawn.cloneNode(true) as Element;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, part] of [drawn, ...drawn.querySelectorAll('*')].entries()) {
    const { fill, stroke } = getComputedStyle(part);
    copies[index]?.setAttribute('fill', fill);
    copies[index]?.setAttribute('stroke', stroke);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${STRIP.width}`);
  copy.setAttribute('height', `${STRIP.height}`);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  return image;
}

function linesOf(sheet: HTMLElement): Line[] {
  const written = (part: Element) =>
    [...part.children].map(({ textContent }) => textContent?.trim() ?? '').filter(Boolean);
  const head = [...sheet.querySelectorAll('h2 span')].map((span, index) => ({
    ...{ text: span.textContent ?? '', size: index === 0 ? 64 : 48, weight: 700, after: 10 },
  }));
  const blocks = [...sheet.querySelectorAll<HTMLElement>('.block:not([hidden])')].flatMap((block) =>
    blockToLines(block, written),
  );
  const place = [...sheet.querySelectorAll('.place span')].map(({ textContent }) => ({
    ...{ text: textContent ?? '', size: 34, weight: 600, after: 4 },
  }));
  const strip = { text: STRIP_LINE, size: STRIP.height / 1.3, weight: 400, after: 30 };
  const undated = [...sheet.querySelectorAll('.undated:not([hidden]) span')].map(
    ({ textContent }) => ({ text: textContent?.trim() ?? '', size: 26, weight: 400, after: 0 }),
  );
  return [...head, strip, ...blocks, ...place, ...undated];
}

function blockToLines(block: HTMLElement, written: (part: Element) => string[]): Line[] {
  const isDanger = block.classList.contains('danger');
  const isOwn = block.classList.contains('own');
  const title = block.querySelector('h3');
  const numbers = [...block.querySelectorAll<HTMLElement>('.digits, li:not([hidden])')];
  return [
    { text: title ? written(title).join(' · ') : '', size: 44, weight: 700, after: 4, isDanger },
    ...numbers.flatMap((number): Line[] => {
      const who = number.querySelector('.who');
      const names = who ? written(who).join(' · ') || (who.textContent ?? '') : '';
      const small = number.querySelector('small');
      return [
        ...(names ? [{ text: names, size: 36, weight: 500, after: 0 }] : []),
        {
          text: number.querySelector('b')?.textContent ?? '',
          size: isDanger ? 190 : isOwn ? 70 : number.classList.contains('second') ? 84 : 120,
          weight: 800,
          after: small ? 0 : 14,
          isDanger,
        },
        ...(small
          ? [{ text: written(small).join(' · '), size: 26, weight: 400, after: 14, isDanger }]
          : []),
      ];
    }),
  ];
}
