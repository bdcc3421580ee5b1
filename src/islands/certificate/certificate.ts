import { setting } from '../../domain/actions.ts';
import { bytesToLearner, type Claim, LEARNER_LENGTH, progressToClaim } from '../../domain/claim.ts';
import {
  type Practice,
  type Practices,
  passedTruths,
  practicesFor,
} from '../../domain/last-runs.ts';
import { leads, type Standings } from '../../domain/outcome.ts';
import { completion } from '../../domain/outcome-event.ts';
import type { Progress } from '../../domain/progress.ts';
import { nextRefresher, refresherState } from '../../domain/refresher.ts';
import { dayIn } from '../../domain/zone-day.ts';
import { CLAIM, CREDENTIAL, isNamed } from '../../exports/fragment.ts';
import { dayInWords } from '../../i18n/day.ts';
import { keptCertificates } from '../../store/browser-certificates.ts';
import { store } from '../../store/browser-store.ts';
import { onArrival } from '../arrival.ts';
import { enable, made, onPress, onSubmit, part, refill, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';
import { message } from '../message.ts';
import { judge, lastDoorIn } from '../outcome/last-door.ts';
import { canShare, download, share } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';
import { type Sheet, type Tongues, writeSheet } from './sheet.ts';
import type { SignedFacts } from './signed.ts';

/** Makes a certificate of the record in use: says what is missing, asks for the name, and shows the sheet. */
class CertificateElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #door: Practices = { scenes: [], rounds: [], calls: [] };
  #tongues: Tongues = {};
  #claim: Claim | null = null;
  /** The record that was shown last. */
  #shown: string | undefined;

  connectedCallback(): void {
    this.#door = lastDoorIn(this);
    this.#tongues = JSON.parse(this.dataset['tongues'] ?? '{}');
    part(this, '.without').hidden = true;
    const picture = new File([], 'a.png', { type: 'image/png' });
    part(this, '[data-do=share]').hidden = !canShare([picture]);
    onPress(this, ({ dataset: { do: action } }) => {
      if (action === 'print') print();
      else if (action === 'picture' || action === 'share') this.#picture(action);
      else if (action === 'remove') this.#keepSigned('', 'removed');
      else if (action && this.#claim) this.#showing(this.#claim, action);
    });
    enable(this);
    onSubmit(this, (form) => {
      if (form.classList.contains('back')) this.#takeTyped(form);
      else this.#write(new FormData(form));
    });
    part<HTMLInputElement>(this, '[name=both]').addEventListener('change', ({ target }) => {
      const { checked } = target as HTMLInputElement;
      part(this, '.sheet').toggleAttribute('data-alone', !checked);
    });
    follow(() => this.#redraw());
    onArrival([CREDENTIAL, CLAIM], (hash) => this.#takeLink(hash));
  }

  #takeLink(hash: string): void {
    if (isNamed(hash, CREDENTIAL)) this.#take(hash);
    else
      import('./arrived.ts')
        .then(({ showClaim }) => showClaim(this, this.#say, this.#tongues, hash))
        .catch(() => message(this, '.arrived', this.#say('not-loaded')));
  }

  #redraw(): void {
    const standings = judge(this, this.#door);
    const progress = store().progress();
    const profile = store().active()?.id ?? '';
    const passed = completion(progress.outcomes) !== undefined;
    const reading = progressToClaim(progress, this.#facts(profile, progress));
    const isWrongClock = !reading.ok && reading.problem === 'wrong-clock';
    this.#claim = reading.ok ? reading.claim : null;
    if (profile !== this.#shown) this.#begin(profile);
    part(this, '.missing').hidden = passed && !isWrongClock;
    part(this, '.wrong-clock').hidden = !isWrongClock;
    part(this, '.earned').hidden = !passed || isWrongClock;
    part(this, '.whole').hidden = !reading.ok;
    // Only where there is a sheet is it printed in place of the page.
    document.documentElement.toggleAttribute('data-sheet', reading.ok);
    if (!passed || isWrongClock) this.#showMissing(standings, progress);
    if (passed && !isWrongClock) this.#showWhen(progress);
    if (reading.ok) this.#showSheet(reading.claim);
  }

  /** Another record: its own name in the fields, and nothing left over from the one before. */
  #begin(profile: string): void {
    this.#shown = profile;
    const { name, place } = keptCertificates().of(profile);
    part<HTMLInputElement>(this, '[name=name]').value = name;
    part<HTMLInputElement>(this, '[name=place]').value = place;
    part(this, '.ways').hidden = true;
    for (const place of ['.said', '.heard', '.picture', '.arrived']) {
      part(this, place).textContent = '';
    }
  }

  #dayOf = (minute: number): string => dayIn(this.dataset['zone'] ?? '', new Date(minute * 60_000));
  #today = (): string => this.#dayOf(Date.now() / 60_000);

  #facts(profile: string, progress: Progress) {
    const { scenes } = practicesFor(this.#door, progress.settings['role']);
    const { name, place } = keptCertificates().of(profile);
    return {
      ...{ name, place, dayOf: this.#dayOf },
      truths: passedTruths(scenes, progress),
      refreshed: this.#refreshed(progress),
    };
  }

  #refreshed({ refreshers }: Progress): string {
    const minutes = refreshers.map(({ at }) => at);
    return minutes.length > 0 ? this.#dayOf(Math.max(...minutes)) : '';
  }

  #showMissing(standings: Standings, progress: Progress): void {
    for (const lead of leads) {
      showOnly(part(this, `.missing [data-lead=${lead}]`), 'status', standings[lead]);
    }
    const { scenes, rounds, calls } = practicesFor(this.#door, progress.settings['role']);
    const lastAt = ({ id }: Practice) => progress.runs[id]?.slice(-1)[0]?.at ?? 0;
    const isMet = (some: (lead: string) => boolean) =>
      leads.filter(some).every((lead) => standings[lead] === 'met');
    const [talk] = [...scenes].sort((a, b) => lastAt(a) - lastAt(b));
    const todo: (Practice | undefined)[] = [
      isMet((lead) => lead !== 'cases' && lead !== 'call') ? undefined : talk,
      isMet((lead) => lead === 'cases') ? undefined : rounds[0],
      isMet((lead) => lead === 'call') ? undefined : calls[0],
    ];
    const links = todo.flatMap((practice) => {
      if (!practice) return [];
      const link = made('a', this.#say('do', { title: practice.text })) as HTMLAnchorElement;
      link.href = practice.address;
      return [made('li', link)];
    });
    refill(part(this, '.todo'), ...links);
  }

  #showWhen(progress: Progress): void {
    const on = this.#dayOf(completion(progress.outcomes)?.at ?? 0);
    const refreshed = this.#refreshed(progress);
    const when = refresherState(on, refreshed, this.#today());
    const { locale = '' } = this.#tongues[document.documentElement.lang] ?? {};
    const date = dayInWords(nextRefresher(on, refreshed), locale);
    part(this, '.when').dataset['when'] = when;
    part(this, '.when span').textContent = this.#say(when, { date });
  }

  #showSheet(claim: Claim): void {
    const until = nextRefresher(claim.on, claim.refreshed);
    const own: Sheet = { ...claim, until, isLate: false, level: 'self', signer: '' };
    const { credential } = keptCertificates().of(store().active()?.id ?? '');
    part(this, '[data-do=remove]').hidden = credential === '';
    this.#writeSheet(own);
    this.#drawCodes(claim, own, credential).catch(() =>
      message(this, '.arrived', this.#say('not-loaded')),
    );
  }

  #writeSheet(sheet: Sheet): void {
    writeSheet(this, { ...sheet, isLate: this.#today() > sheet.until }, this.#tongues);
  }

  /** Draws the code on the sheet; where something signed is kept and holds, what was signed takes the place of the claim. */
  async #drawCodes(claim: Claim, own: Sheet, credential: string): Promise<void> {
    const { drawClaim } = await import('./codes.ts');
    drawClaim(claim, part<HTMLCanvasElement>(this, '.sheet canvas'));
    if (!credential) return;
    const { drawSigned, readSigned } = await import('./signed.ts');
    const signed = await readSigned(credential, this.#site(), claim.learner);
    // The record may have changed meanwhile.
    if (this.#claim !== claim) return;
    part(this, '.kept-signed').textContent = signed.ok ? '' : this.#say(signed.problem);
    if (!signed.ok) return;
    this.#writeSheet({ ...own, ...signed.sheet });
    drawSigned(this, credential, this.#site());
  }

  #site = (): SignedFacts => JSON.parse(this.dataset['site'] ?? '');

  #takeTyped(form: HTMLFormElement): void {
    const typed = new FormData(form);
    const file = typed.get('file');
    const text = `${typed.get('text') ?? ''}`;
    if (text.trim()) this.#take(text);
    else if (file instanceof File && file.size > 0)
      new Response(file).arrayBuffer().then((bytes) => this.#take(new Uint8Array(bytes)));
    else message(this, '.arrived', this.#say('nothing'));
    form.reset();
  }

  /** Checks what came back from a coordinator, and keeps it where it is for this record. */
  #take(input: string | Uint8Array): void {
    const learner = store().progress().settings['learner'] ?? '';
    import('./signed.ts')
      .then(({ readSigned }) => readSigned(input, this.#site(), learner))
      .then((signed) => {
        if (signed.ok) this.#keepSigned(signed.credential, 'taken');
        else message(this, '.arrived', this.#say(signed.problem));
      })
      .catch(() => message(this, '.arrived', this.#say('not-loaded')));
  }

  #keepSigned(credential: string, said: string): void {
    const profile = store().active()?.id;
    if (!profile) return;
    const kept = { ...keptCertificates().of(profile), credential };
    const trouble = keptCertificates().keep(profile, kept);
    part(this, '.kept-signed').textContent = '';
    this.#redraw();
    message(this, '.arrived', this.#say(trouble && credential ? `${said}-unkept` : said));
  }

  #write(typed: FormData): void {
    const profile = store().active()?.id;
    if (!profile) return;
    const [name, place] = ['name', 'place'].map((field) => `${typed.get(field) ?? ''}`);
    const kept = { ...keptCertificates().of(profile), name: name ?? '', place: place ?? '' };
    const trouble = keptCertificates().keep(profile, kept);
    const { name: written } = keptCertificates().of(profile);
    if (written && !store().progress().settings['learner']) {
      const drawn = crypto.getRandomValues(new Uint8Array(LEARNER_LENGTH));
      store().dispatch(setting('learner', bytesToLearner(drawn)));
    }
    this.#shown = undefined;
    this.#redraw();
    const said = written ? (trouble ? 'unkept' : 'written') : 'no-name';
    message(this, '.said', this.#say(said));
    if (written) part(this, '.sheet').focus();
  }

  #showing(claim: Claim, action: string): void {
    import('./showing.ts')
      .then(({ press }) => press(this, this.#say, claim, action))
      .catch(() => message(this, '.heard', this.#say('not-loaded')));
  }

  #picture(action: string): void {
    import('./picture.ts')
      .then((picture) => picture.sheetToFile(part(this, '.sheet'), this.#say('picture-name')))
      .then(async (file) => {
        if (action === 'share') await share({ files: [file] });
        else download(file, file.name);
        message(this, '.picture', this.#say('drawn'));
      })
      .catch(() => message(this, '.picture', this.#say('not-drawn')));
  }
}

customElements.define('dastak-certificate', CertificateElement);
