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
    ...document.querySelectorAll<HTMLElement>(
      '[data-listen] :is(h2, p, li, legend, dt, dd, label)',
    ),
  ];
  const queue = parts
    .filter((part) => part.checkVisibility() && !part.querySelector('p, li, legend, label'))
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
  const placeOf = (offset: number) => nodes.findLast(({ from }) => from <= offset);
  const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const start = placeOf(index);
    const end = placeOf(index + segment.length - 1);
    if (!segment.trim() || !start || !end) return [];
    const range = document.createRange();
    range.setStart(start.node, index - start.from);
    range.setEnd(end.node, index + segment.length - end.from);
    return [{ text: segment.trim(), range }];
  });
}
