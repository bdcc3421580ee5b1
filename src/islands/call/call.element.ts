import { callScore } from '../../domain/call.ts';
import { cleanRun, costOf, type DrillRun, stageOf } from '../../domain/drill.ts';
import { part, refill } from '../dom.ts';
import { type DebriefLine, DrillElement } from '../drill/drill.element.ts';

const CALL_ITEMS = 8;

/** A call to practise: a phone that rings, a slip with the facts, seconds on the line, and at the end one's own sentence. */
class CallElement extends DrillElement {
  #hush: (() => void) | undefined;
  #seconds = 0;
  #counting: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const sound = part<HTMLButtonElement>(this, '[data-do=sound]');
    sound.disabled = false;
    part(this, '.phone').hidden = false;
    sound.addEventListener('click', () => this.#ring(!this.#hush));
    part(this, '[data-do=look]').addEventListener('click', () => this.#look());
    addEventListener('pagehide', () => this.#forget());
    this.#forget();
  }

  protected override clear(): void {
    super.clear();
    part(this, '[data-do=sound]').hidden = true;
    this.#count(0, false);
    this.#forget();
  }

  /** The learner's own sentence is gone when the page is left, and before anybody else is shown anything. */
  #forget(): void {
    this.#ring(false);
    part<HTMLTextAreaElement>(this, 'textarea').value = '';
    refill(part(this, '.found'));
  }

  protected override show(run: DrillRun, isOnward: boolean): void {
    super.show(run, isOnward);
    const isRinging = stageOf(run)?.id === 'ring';
    part(this, '[data-do=sound]').hidden = !isRinging;
    if (!isRinging) this.#ring(false);
    // On a phone the open slip would cover what is said; the learner opens it when it is wanted.
    if (!isOnward && !matchMedia('(min-width: 64rem)').matches) {
      part<HTMLDetailsElement>(this, 'details').open = false;
    }
    this.#count(costOf(run), isOnward);
  }

  protected debriefLines(run: DrillRun): DebriefLine[] {
    const { placeFirst, told, atOnce, wrongRooms, troubles, slip, seconds } = callScore(run);
    const { met, missed } = troubles;
    const twice = told.filter((item) => !atOnce.includes(item));
    const finding = (
      name: string,
      isMet: boolean,
      values = {},
      notes: string[] = [],
    ): DebriefLine => ({
      isNext: !isMet,
      text: this.say(`${name}-${isMet ? 'met' : 'next'}`, values),
      notes,
    });
    return [
      finding('place', placeFirst === true),
      finding(
        'items',
        twice.length === 0,
        { told: atOnce.length, all: CALL_ITEMS },
        twice.map((item) => this.say(`item-${item}`)),
      ),
      finding('rooms', wrongRooms === 0, { rooms: wrongRooms }),
      ...(met.length + missed.length > 0
        ? [
            finding(
              'line',
              missed.length === 0,
              {},
              missed.map((kind) => this.say(`trouble-${kind}`)),
            ),
          ]
        : []),
      finding('slip', slip === 'at-once'),
      {
        isNext: false,
        text: this.say('seconds', { seconds, least: costOf(cleanRun(this.drill)) }),
      },
    ];
  }

  /** Lets the seconds on the line run up to where they are now. */
  #count(to: number, isRunning: boolean): void {
    clearInterval(this.#counting);
    const draw = (seconds: number) => {
      this.#seconds = seconds;
      const minutes = Math.floor(seconds / 60);
      part(this, '.clock').textContent = `${minutes}:${`${seconds % 60}`.padStart(2, '0')}`;
    };
    const isStill = !isRunning || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill) draw(to);
    const step = Math.max(1, Math.ceil((to - this.#seconds) / 20));
    const next = () => {
      draw(Math.min(to, this.#seconds + step));
      if (this.#seconds === to) clearInterval(this.#counting);
    };
    if (!isStill) this.#counting = setInterval(next, 40);
  }

  /** Begins to ring, or stops; what makes the tone is fetched at the first press. */
  #ring(isOn: boolean): void {
    this.#hush?.();
    this.#hush = undefined;
    part(this, '[data-do=sound]').setAttribute('aria-pressed', `${isOn}`);
    if (!isOn) return;
    let isMeant = true;
    this.#hush = () => {
      isMeant = false;
    };
    this.#fetched()
      .then(({ startRinging }) => {
        if (isMeant) this.#hush = startRinging();
      })
      .catch(() => isMeant && this.#ring(false));
  }

  /** Says which parts of an address the learner's own sentence holds. The sentence goes nowhere. */
  #look(): void {
    this.#fetched()
      .then(({ lookThrough }) => lookThrough(part(this, '.own'), this.say))
      .catch(() => undefined);
  }

  /** What a press on a button needs, so that the page itself is light. */
  #fetched = () => import('./extras.ts');
}

customElements.define('dastak-call', CallElement);
