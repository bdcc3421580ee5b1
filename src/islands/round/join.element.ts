import { setting } from '../../domain/actions.ts';
import type { Round } from '../../domain/round.ts';
import type { RoundItems } from '../../domain/round-row.ts';
import { ROUND } from '../../exports/fragment.ts';
import {
  bytesToLetters,
  codeInGroups,
  drawnLetters,
  joinedToSetting,
  roundToCode,
  settingToJoined,
} from '../../exports/round-code.ts';
import { textToRows } from '../../exports/round-rows.ts';
import { dayInWords } from '../../i18n/day.ts';
import { store } from '../../store/browser-store.ts';
import { onArrival } from '../arrival.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { follow } from '../follow.ts';
import { message } from '../message.ts';
import { canShare } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** Asks whether somebody takes part in a round, shows what they would give, and gives it by their own hand. */
class RoundJoinElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #invited: Round | undefined;

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    enable(this);
    part(this, '[data-pass=share]').hidden = !canShare();
    onPress(this, (button) => this.#press(button));
    onSubmit(this, () => this.#work(({ makeRow }) => makeRow(this, this.#say, this.#items())));
    follow((change) => this.#draw(change === 'switched'));
    onArrival([ROUND], (hash) => this.#invite(hash));
  }

  #items = (): RoundItems => JSON.parse(this.dataset['items'] ?? '{}');

  #joined = () => settingToJoined(store().progress().settings['round'] ?? '');

  /** @param isOther whether the record is somebody else's now */
  #draw(isOther: boolean): void {
    const joined = this.#joined();
    if (isOther) {
      part(this, '.row').hidden = true;
      part<HTMLFormElement>(this, 'form').reset();
      message(this, '.heard', '');
    }
    part(this, '.mine').hidden = !joined;
    if (joined) this.#work(({ showMine }) => showMine(this, this.#say, this.#items()));
  }

  #invite(link: string): void {
    const [round] = textToRows(link).rounds;
    this.#invited = round;
    part(this, '.invited').hidden = !round;
    message(this, '.heard', round ? '' : this.#say('link-damaged'));
    if (!round) return;
    const code = roundToCode(round);
    const shown = {
      code: codeInGroups(code),
      date: dayInWords(round.starts, document.documentElement.lang),
    };
    part(this, '.which').textContent = this.#say('join-code', shown);
    const joined = this.#joined();
    const other = joined && roundToCode(joined.round) !== code ? joined.round : null;
    part(this, '.other').hidden = !other;
    const otherCode = other ? codeInGroups(roundToCode(other)) : '';
    part(this, '.other').textContent = this.#say('join-other', { code: otherCode });
    part(this, '.invited h2').focus();
  }

  #press(button: HTMLButtonElement): void {
    const { do: action, pass } = button.dataset;
    if (pass) this.#work(({ passRow }) => passRow(this, this.#say, pass));
    if (action === 'join') this.#join();
    else if (action === 'decline') this.#answered('declined');
    else if (action === 'leave') {
      store().dispatch(setting('round', ''));
      this.#answered('left');
    }
  }

  #join(): void {
    const round = this.#invited;
    if (!round) return;
    const joined = this.#joined();
    const isIn = joined && roundToCode(joined.round) === roundToCode(round);
    const person = bytesToLetters(crypto.getRandomValues(new Uint8Array(drawnLetters.person)));
    const value = joinedToSetting({ round, person });
    const isKept = isIn || store().dispatch(setting('round', value)).saved;
    this.#answered(isKept ? 'joined' : 'unsaved');
  }

  #answered(key: string): void {
    part(this, '.invited').hidden = true;
    message(this, '.heard', this.#say(key));
    part(this, '.heard').focus();
  }

  #work(does: (mine: typeof import('./mine.ts')) => void): void {
    import('./mine.ts').then(does).catch(() => {
      part(this, '.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-round-join', RoundJoinElement);
