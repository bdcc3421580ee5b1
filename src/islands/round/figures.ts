import { actNames } from '../../domain/round.ts';
import type { Figures } from '../../domain/round-figures.ts';
import type { Share } from '../../domain/statistics.ts';
import { copied, part, refill } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';

/** Where 0 and 100 lie in the drawings. */
const [LEFT, RIGHT, FOOT, TOP] = [10, 210, 110, 20];
const across = (share: number) => LEFT + (RIGHT - LEFT) * share;
const heightOf = (percent: number) => FOOT - ((FOOT - TOP) * percent) / 100;
const percent = (share: number) => Math.round(100 * share);

/** Draws what the rows of a round come to, and says each figure in words. */
export function drawFigures(host: HTMLElement, say: Strings, figures: Figures): void {
  const { finished, answered, said, moved, done } = figures;
  const shares: [string, Share | null | undefined][] = [
    ['finished', finished],
    ...(['finish', 'weeks-3', 'months-3', 'months-6'] as const).map(
      (wave): [string, Share | undefined] => [wave, answered[wave]],
    ),
    ['said', said],
  ];
  fill(
    host,
    'shares',
    shares.flatMap(([name, share]) =>
      share
        ? [shareFigure(host, say(`share-${name}`), say('share-text', inWords(share)), share)]
        : [],
    ),
  );
  fill(
    host,
    'moved',
    moved.map(({ measure, wave, change }) => {
      const { n, before, after, dz } = change;
      const text = say(dz === null ? 'moved-flat' : 'moved-text', {
        ...{ n, before: Math.round(before), after: Math.round(after) },
        dz: Math.round(100 * (dz ?? 0)) / 100,
      });
      const title = `${say(`moved-${measure}`)}: ${say(`moved-${wave}`)}`;
      return slopeFigure(host, title, text, before, after);
    }),
  );
  fill(
    host,
    'done',
    actNames.flatMap((name) => {
      const act = done[name];
      if (!act) return [];
      const text = say('done-text', { ...inWords(act.people), times: act.times });
      return [shareFigure(host, say(`done-${name}`), text, act.people)];
    }),
  );
}

const inWords = ({ count, of, share, low, high }: Share) => ({
  ...{ count, of, share: percent(share), low: percent(low), high: percent(high) },
});

/** Puts figures into their section; without any the section goes, with what it would not prove. */
function fill(host: HTMLElement, name: string, figures: readonly HTMLElement[]): void {
  const section = part(host, `[data-figures=${name}]`);
  section.hidden = figures.length === 0;
  refill(part(section, '.drawn'), ...figures);
}

function figure(host: HTMLElement, kind: string, title: string, text: string): HTMLElement {
  const made = copied(part<HTMLTemplateElement>(host, `template.${kind}`));
  part(made, 'figcaption').textContent = title;
  part(made, '.says').textContent = text;
  return made;
}

function shareFigure(host: HTMLElement, title: string, text: string, share: Share): HTMLElement {
  const made = figure(host, 'share-figure', title, text);
  const range = `M${across(share.low)} 14H${across(share.high)}`;
  part<SVGElement>(made, '.range').setAttribute('d', range);
  part<SVGElement>(made, '.to').setAttribute('cx', `${across(share.share)}`);
  return made;
}

function slopeFigure(
  host: HTMLElement,
  title: string,
  text: string,
  before: number,
  after: number,
): HTMLElement {
  const made = figure(host, 'slope-figure', title, text);
  const range = `M30 ${heightOf(before)}L170 ${heightOf(after)}`;
  part<SVGElement>(made, '.range').setAttribute('d', range);
  part<SVGElement>(made, '.from').setAttribute('cy', `${heightOf(before)}`);
  part<SVGElement>(made, '.to').setAttribute('cy', `${heightOf(after)}`);
  return made;
}
