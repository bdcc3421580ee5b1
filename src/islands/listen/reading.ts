interface Sentence {
  text: string;
  range: Range;
}

/** A reading that is under way. */
export interface Reading {
  stop(): void;
}

/**
 * Reads what is visible of the page's `data-listen` part, sentence by sentence, and marks the one being read.
 * @param ended called once, after the last sentence or a stop
 */
export function startReading(voice: SpeechSynthesisVoice, ended: () => void): Reading {
  const parts = [
    ...document.querySelectorAll<HTMLElement>('h2, p, li, legend, dt, dd, label'),
  ].filter((part) => part.parentElement?.closest('[data-listen]'));
  const queue = parts
    .filter((part) => isShown(part) && !part.querySelector('p, li, legend, label'))
    .flatMap(sentencesOf);
  let isOver = false;

  const stop = () => {
    if (isOver) return;
    isOver = true;
    speechSynthesis.cancel();
    if ('highlights' in CSS) CSS.highlights.delete('listen');
    ended();
  };
  const next = () => {
    const sentence = queue.shift();
    if (isOver || !sentence) {
      stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    utterance.rate = 0.95;
    utterance.onend = next;
    utterance.onerror = stop;
    if ('highlights' in CSS) CSS.highlights.set('listen', new Highlight(sentence.range));
    speechSynthesis.speak(utterance);
  };
  next();
  return { stop };
}

/** Splits an element's text into sentences, each with the range it stands in. */
function sentencesOf(element: HTMLElement): Sentence[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, from: text.length });
    text += node.textContent ?? '';
  }
  const placeOf = (offset: number) => nodes.filter(({ from }) => from <= offset).pop();
  return segmentsOf(text).flatMap(({ segment, index }) => {
    const start = placeOf(index);
    const end = placeOf(index + segment.length - 1);
    if (!segment.trim() || !start || !end) return [];
    const range = document.createRange();
    range.setStart(start.node, index - start.from);
    range.setEnd(end.node, index + segment.length - end.from);
    return [{ text: segment.trim(), range }];
  });
}

/** Whether an element is drawn; older browsers know no answers that are folded away. */
const isShown = (element: HTMLElement) =>
  element.checkVisibility?.() ?? element.getClientRects().length > 0;

/** The sentences of a text with their places; where the browser knows no sentences, a full stop or danda ends one. */
function segmentsOf(text: string): { segment: string; index: number }[] {
  if ('Segmenter' in Intl) {
    const { lang } = document.documentElement;
    return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)];
  }
  return [...(text as string).matchAll(/[^.!?।]+[.!?।]*\s*/g)].map(({ 0: segment, index = 0 }) => ({
    segment,
    index,
  }));
}
