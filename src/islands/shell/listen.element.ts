interface Sentence {
  text: string;
  range: Range;
}

/** Reads the visible card aloud with a voice of the device and marks the sentence that is being read. */
class ListenElement extends HTMLElement {
  #queue: Sentence[] = [];

  connectedCallback(): void {
    const button = this.querySelector('button');
    const speech = window.speechSynthesis;
    if (!button || !speech || !document.querySelector('[data-listen]')) return;
    const allow = () => {
      button.disabled = !this.#voice();
    };
    allow();
    speech.addEventListener?.('voiceschanged', allow);
    button.addEventListener('click', () => (this.#isReading() ? this.#stop() : this.#start()));
    document.addEventListener('dastak:card', () => this.#stop());
    window.addEventListener('pagehide', () => this.#stop());
  }

  #isReading(): boolean {
    return this.dataset['reading'] === 'yes';
  }

  #voice(): SpeechSynthesisVoice | undefined {
    const { lang } = document.documentElement;
    return speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang));
  }

  #start(): void {
    const parts = [
      ...document.querySelectorAll<HTMLElement>(
        '[data-listen] :is(h1, h2, p, li, legend, dt, dd, label)',
      ),
    ];
    this.#queue = parts
      .filter((part) => part.checkVisibility() && !part.querySelector('p, li, legend, label'))
      .flatMap(sentencesOf);
    this.#tell(true);
    this.#next();
  }

  #next(): void {
    const sentence = this.#queue.shift();
    if (!sentence) {
      this.#stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = document.documentElement.lang;
    utterance.voice = this.#voice() ?? null;
    utterance.rate = 0.95;
    utterance.onend = () => this.#isReading() && this.#next();
    if ('highlights' in CSS) CSS.highlights.set('listen', new Highlight(sentence.range));
    speechSynthesis.speak(utterance);
  }

  #stop(): void {
    this.#queue = [];
    this.#tell(false);
    speechSynthesis.cancel();
    if ('highlights' in CSS) CSS.highlights.delete('listen');
  }

  #tell(isReading: boolean): void {
    this.dataset['reading'] = isReading ? 'yes' : 'no';
    const word = this.querySelector('.word');
    if (word)
      word.textContent = (isReading ? this.dataset['textStop'] : this.dataset['textListen']) ?? '';
  }
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

customElements.define('dastak-listen', ListenElement);
