import { cleanRun, costOf, type DrillRun, detours, stageOf } from '../../domain/drill.ts';
import { minutesAt, stationOf } from '../../domain/relay.ts';
import { part, parts } from '../dom.ts';
import { type DebriefLine, DrillElement } from '../drill/drill.element.ts';

/** The way of one alert: a drawing along which it moves, with the minutes that pass at each station. */
class RelayElement extends DrillElement {
  protected override show(run: DrillRun, isOnward: boolean): void {
    super.show(run, isOnward);
    const minutes = minutesAt(run);
    const here = stationOf(run);
    const isOver = !stageOf(run);
    for (const sign of parts(this, '[data-station]')) {
      const station = sign.dataset['station'] as typeof here;
      const spent = minutes.get(station);
      if (station === here) sign.setAttribute('aria-current', 'step');
      else sign.removeAttribute('aria-current');
      sign.dataset['is'] = station === here ? (isOver ? 'arrived' : 'here') : spent ? 'past' : '';
      const text = spent ? this.say('minutes-here', { count: spent.minutes }) : '';
      part(sign, '.spent').textContent = text;
    }
    part(this, '.way').dataset['at'] = here;
    // At the end the drawing belongs to the debrief.
    part(this, isOver ? '.findings' : '.talk').before(part(this, '.beside'));
    part(this, '.total').textContent = this.say('so-far', { count: costOf(run) });
  }

  protected override clear(): void {
    super.clear();
    for (const sign of parts(this, '[data-station]')) {
      sign.removeAttribute('aria-current');
      sign.dataset['is'] = '';
      part(sign, '.spent').textContent = '';
    }
    delete part(this, '.way').dataset['at'];
    part(this, '.talk').before(part(this, '.beside'));
    part(this, '.total').textContent = '';
  }

  protected debriefLines(run: DrillRun): DebriefLine[] {
    const lost = detours(run).map(({ stage: { place = '' }, option: { id, cost } }) =>
      this.say('lost', {
        station: this.say(`station-${place}`),
        minutes: cost,
        text: this.text(id),
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
