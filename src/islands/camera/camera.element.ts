import { enable, onPress, part } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';
import type { Decoder } from './decoder.ts';

/** So long after a frame the next one is looked at; a phone has to do other things, too. */
const PAUSE = 150;

function letGo(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/**
 * Looks for a QR code by the camera, or in a picture, and dispatches `found` with its text. The camera is asked for at a
 * press only, and let go with the code, by a press, and when the page is left or hidden. No picture is kept.
 */
class CameraElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #stream: MediaStream | undefined;
  /** Counts starts and stops: what an earlier start still brings is thrown away. */
  #turn = 0;
  #last = '';

  connectedCallback(): void {
    const { mediaDevices } = navigator;
    enable(this);
    const file = part<HTMLInputElement>(this, 'input');
    file.addEventListener('change', () => {
      const [picture] = file.files ?? [];
      file.value = '';
      if (picture) void this.#look(picture);
    });
    onPress(this, ({ dataset }) => {
      if (dataset['do'] === 'picture') file.click();
      else if (dataset['do'] === 'stop') this.stop();
      // The browser shows no camera to a page that came without https.
      else if (!mediaDevices) this.#tell(isSecureContext ? 'none' : 'insecure');
      else void this.#start(mediaDevices);
    });
    addEventListener('pagehide', () => this.stop());
    document.addEventListener('visibilitychange', () => document.hidden && this.stop());
    document.addEventListener('dastak:switched', () => this.stop());
  }

  disconnectedCallback(): void {
    this.stop();
  }

  /** Lets the camera go. @param why name of the text that is said, if any */
  stop(why = ''): void {
    this.#turn += 1;
    letGo(this.#stream);
    this.#stream = undefined;
    const hadFocus = document.activeElement === part(this, '[data-do=stop]');
    this.#show(false);
    if (hadFocus) part(this, '[data-do=start]').focus();
    this.#tell(why);
  }

  #show(isOn: boolean): void {
    part(this, '[data-do=start]').hidden = isOn;
    part(this, '[data-do=stop]').hidden = !isOn;
    part(this, '[data-do=picture]').hidden = isOn;
    part(this, 'video').hidden = !isOn;
  }

  #tell(key: string): void {
    part(this, '.camera-status').textContent = this.#say(key);
  }

  async #start(devices: MediaDevices): Promise<void> {
    this.stop();
    this.#last = '';
    const turn = this.#turn;
    const isMeant = () => turn === this.#turn;
    const video = part<HTMLVideoElement>(this, 'video');
    try {
      const [decoder, stream] = await Promise.all([
        import('./decoder.ts').then(({ openDecoder }) => openDecoder()),
        devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }),
      ]);
      if (!isMeant()) return letGo(stream);
      this.#stream = stream;
      // A camera that is pulled out, or that the system takes away.
      stream.getVideoTracks()[0]?.addEventListener('ended', () => isMeant() && this.stop('busy'));
      this.#show(true);
      part(this, '[data-do=stop]').focus();
      video.srcObject = stream;
      await video.play();
      this.#tell('searching');
      void this.#search(video, decoder, isMeant);
    } catch (error) {
      if (isMeant()) this.stop(reasonOf(error));
    }
  }

  async #search(video: HTMLVideoElement, decode: Decoder, isMeant: () => boolean): Promise<void> {
    while (isMeant()) {
      const text = await decode(video).catch(() => null);
      if (!isMeant()) return;
      if (text !== null && text !== this.#last) {
        this.#last = text;
        if (this.dataset['endless'] === undefined) this.stop('found');
        else this.#tell('found');
        this.#found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** Looks into a picture, such as one that came by a messenger. */
  async #look(picture: Blob): Promise<void> {
    this.stop();
    const turn = this.#turn;
    try {
      const { openDecoder } = await import('./decoder.ts');
      const [decode, image] = await Promise.all([openDecoder(), toImage(picture)]);
      const text = image && (await decode(image));
      if (turn !== this.#turn) return;
      this.#tell(text === null ? 'no-code' : 'found');
      if (text !== null) this.#found(text);
    } catch {
      if (turn === this.#turn) this.#tell('not-loaded');
    }
  }

  #found(text: string): void {
    this.dispatchEvent(new CustomEvent('found', { bubbles: true, detail: text }));
  }
}

/** Why there is no picture from the camera, as the name of a text. */
function reasonOf(error: unknown): string {
  const { name } = Object(error) as { name?: string };
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'TypeError' ? 'not-loaded' : 'busy';
}

/** @returns null for a file that is no picture; blob addresses are none that the pages' policy lets in */
async function toImage(picture: Blob): Promise<HTMLImageElement | null> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => image,
    () => null,
  );
}

customElements.define('dastak-camera', CameraElement);
