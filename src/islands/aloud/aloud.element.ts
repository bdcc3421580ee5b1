import { part, parts } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';

/** Longest recording in milliseconds, so that a forgotten microphone goes off by itself. */
const LONGEST = 60_000;

function letGo(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Records a sentence, plays it back and offers the ticks. All of it is in memory only, and gone when the card is left. */
class AloudElement extends HTMLElement {
  #recorder: MediaRecorder | undefined;
  #sound: HTMLAudioElement | undefined;
  /** Counts recordings begun or dropped: what an earlier one still brings is thrown away. */
  #turn = 0;

  readonly #say = stringsOf(this);

  connectedCallback(): void {
    for (const input of this.#ticks()) {
      input.hidden = false;
      // Firefox ticks after a reload what was ticked before.
      input.checked = false;
      input.parentElement?.classList.add('option');
    }
    const play = part(this, '.quiet');
    part(this, 'button').addEventListener('click', () =>
      this.#recorder ? this.#hush() : this.#record(),
    );
    // A word too short to play, or one cut off by the next press, is no problem.
    play.addEventListener('click', () => this.#sound?.play().catch(() => {}));
    const leave = () => {
      this.#forget();
      for (const input of this.#ticks()) input.checked = false;
    };
    document.addEventListener('dastak:card', leave);
    document.addEventListener('dastak:switched', leave);
    addEventListener('pagehide', leave);
    leave();
    // Old browsers and unsafe addresses have no recorder; the card is complete without it.
    part(this, 'div').hidden = !navigator.mediaDevices || !('MediaRecorder' in window);
  }

  #ticks() {
    return parts<HTMLInputElement>(this, 'input');
  }

  #show(button: string, status = ''): void {
    part(this, 'button > :last-child').textContent = this.#say(button);
    part(this, '[role=status]').textContent = this.#say(status);
    part(this, '.quiet').hidden = !this.#sound;
  }

  /** Ends the recording and lets go of the microphone at once. */
  #hush(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
    letGo(this.#recorder?.stream);
    this.#recorder = undefined;
  }

  #forget(): void {
    this.#turn += 1;
    this.#hush();
    this.#sound?.pause();
    URL.revokeObjectURL(this.#sound?.src ?? '');
    this.#sound = undefined;
    this.#show('record');
  }

  async #record(): Promise<void> {
    this.#forget();
    const turn = this.#turn;
    const isMeant = () => turn === this.#turn;
    let stream: MediaStream | undefined;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!isMeant()) return letGo(stream);
      const recorder = new MediaRecorder(stream);
      recorder.addEventListener('dataavailable', ({ data }) => {
        if (!isMeant()) return;
        this.#hush();
        if (data.size > 0) this.#sound = new Audio(URL.createObjectURL(data));
        this.#show('record', this.#sound && 'recorded');
      });
      recorder.start();
      this.#recorder = recorder;
      setTimeout(() => isMeant() && this.#hush(), LONGEST);
      this.#show('stop', 'recording');
    } catch {
      letGo(stream);
      if (isMeant()) this.#show('record', 'refused');
    }
  }
}

customElements.define('dastak-aloud', AloudElement);
