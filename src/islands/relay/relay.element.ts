import { cleanRun, costOf, type DrillRun, detours, stageOf } from '../../domain/drill.ts';
import { minutesAt, stationOf } from '../../domain/relay.ts';
import { DrillElement, type Told } from '../drill/drill.element.ts';

/** The way of one alert: a drawing along which it moves, with the minutes that pass at each station. */
class RelayElement extends DrillElement {
  protected show(run: DrillRun): void {
    const minutes = minutesAt(run);
    const here = stationOf(run);
    const isOver = !stageOf(run);
    for (const sign of this.querySelectorAll<HTMLElement>('[data-station]')) {
      const station = sign.dataset['station'] as typeof here;
      const spent = minutes.get(station);
      if (station === here) sign.setAttribute('aria-current', 'step');
      else sign.removeAttribute('aria-current');
      sign.dataset['is'] = station === here ? (isOver ? 'arrived' : 'here') : spent ? 'past' : '';
      const text = spent ? this.say('minutes-here', { count: spent.minutes }) : '';
      (sign.querySelector('.spent') as HTMLElement).textContent = text;
    }
    this.piece('.way').dataset['at'] = here;
    // At the end the drawing belongs to what is told.
    this.piece(isOver ? '.findings' : '.talk').before(this.piece('.beside'));
    this.piece('.total').textContent = this.say('so-far', { count: costOf(run) });
  }

  protected override clear(): void {
    super.clear();
    for (const sign of this.querySelectorAll<HTMLElement>('[data-station]')) {
      sign.removeAttribute('aria-current');
      sign.dataset['is'] = '';
      (sign.querySelector('.spent') as HTMLElement).textContent = '';
    }
    delete this.piece('.way').dataset['at'];
    this.piece('.talk').before(this.piece('.beside'));
    this.piece('.total').textContent = '';
  }

  protected tell(run: DrillRun): Told[] {
    const lost = detours(run).map(({ stage: { place = '' }, option: { id, cost } }) =>
      this.say('lost', {
        station: this.say(`station-${place}`),
        minutes: cost,
        text: this.lineText(id),
      }),
    );
    const least = costOf(cleanRun(this.drill));
    return [
      { isNext: false, text: this.say('total', { minutes: costOf(run), least }) },
      { isNext: lost.length > 0, text: this.say(lost.length ? 'delayed' : 'swift'), notes: lost },
    ];
  }
}

customElements.define('dastak-relay', RelayElement);
