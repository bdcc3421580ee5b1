import { mergeRows, type Round, type Row } from '../../domain/round.ts';
import { LEAST_SHOWN, rowsToFigures } from '../../domain/round-figures.ts';
import { ROUND, ROW } from '../../exports/fragment.ts';
import {
  bytesToLetters,
  codeInGroups,
  codeToRound,
  dayToNumber,
  drawnLetters,
  roundToCode,
} from '../../exports/round-code.ts';
import { rowsToCsv } from '../../exports/round-csv.ts';
import {
  LONGEST_TEXT,
  payloadToRow,
  roundToFragment,
  rowToPayload,
  textToRows,
} from '../../exports/round-rows.ts';
import { dayInWords } from '../../i18n/day.ts';
import { keptRounds } from '../../store/browser-rounds.ts';
import { part, refill } from '../dom.ts';
import { message } from '../message.ts';
import { clearPass, passOn } from '../pass/pass.ts';
import { download, pageAddress } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import { drawFigures } from './figures.ts';

const roundText = (round: Round) => `${ROUND}=${roundToCode(round)}`;
const rowText = (row: Row) => `${ROW}=${rowToPayload(row)}`;

/** The rounds and rows of this browser. */
function kept(): { rounds: Round[]; rows: Row[] } {
  const texts = keptRounds().all();
  const after = (name: string) =>
    texts.flatMap((text) => (text.startsWith(`${name}=`) ? text.slice(name.length + 1) : []));
  return {
    rounds: after(ROUND).flatMap((code) => codeToRound(code) ?? []),
    rows: after(ROW).flatMap((payload) => payloadToRow(payload) ?? []),
  };
}

const isOf = (round: Round) => (row: Row) => roundToCode(row.round) === roundToCode(round);

/** The round that is shown, and its rows. */
function shown(host: HTMLElement): { round: Round; rows: Row[] } | null {
  const { rounds, rows } = kept();
  const { value } = part<HTMLSelectElement>(host, '[name=round]');
  const round = rounds.find((one) => roundToCode(one) === value) ?? latest(rounds);
  return round ? { round, rows: mergeRows(rows.filter(isOf(round))) } : null;
}

const latest = (rounds: readonly Round[]): Round | undefined =>
  [...rounds].sort((one, other) => (one.starts < other.starts ? 1 : -1))[0];

/** Draws the round that is chosen, or takes it away where there is none. */
export function draw(host: HTMLElement, say: Strings): void {
  const now = shown(host);
  part(host, '.running').hidden = !now;
  if (!now) return;
  part<HTMLDetailsElement>(host, 'details').open = true;
  const code = roundToCode(now.round);
  choose(host, code);
  const date = dayInWords(now.round.starts, document.documentElement.lang);
  part(host, '.code').textContent = say('code', { code: codeInGroups(code), date });
  part(host, '.people').textContent = say('people', { count: now.rows.length });
  drawFigures(host, say, rowsToFigures(now.rows));
  const isFew = now.rows.length < LEAST_SHOWN;
  part(host, '.csv-few').hidden = !isFew;
  part(host, '[data-do=csv]').hidden = isFew;
}

function choose(host: HTMLElement, code: string): void {
  const { rounds } = kept();
  const select = part<HTMLSelectElement>(host, '[name=round]');
  const options = rounds.map(roundToCode).map((one) => new Option(codeInGroups(one), one));
  refill(select, ...options);
  select.value = code;
  part(host, '.choose').hidden = rounds.length < 2;
}

/** Makes a round, or takes rows in. */
export async function submit(host: HTMLElement, say: Strings, form: HTMLElement): Promise<void> {
  if (form.classList.contains('new')) {
    create(host, say);
    return;
  }
  const field = part<HTMLTextAreaElement>(form, 'textarea');
  const file = part<HTMLInputElement>(form, '[name=file]');
  const [chosen] = file.files ?? [];
  if (chosen && chosen.size > LONGEST_TEXT) {
    message(host, '.heard', say('too-large'));
    return;
  }
  const text = `${field.value}\n${chosen ? await new Response(chosen).text() : ''}`;
  if (!take(host, say, text)) return;
  field.value = '';
  file.value = '';
}

function create(host: HTMLElement, say: Strings): void {
  const { value: starts } = part<HTMLInputElement>(host, '[name=starts]');
  if (dayToNumber(starts) === null) {
    message(host, '.heard', say('problem-starts'));
    part(host, '[name=starts]').focus();
    return;
  }
  const id = bytesToLetters(crypto.getRandomValues(new Uint8Array(drawnLetters.round)));
  const round = { id, starts };
  const trouble = keptRounds().add([roundText(round)]);
  message(host, '.heard', trouble ? say('unsaved') : '');
  clearPass(part(host, '.invite'));
  choose(host, roundToCode(round));
  draw(host, say);
  part(host, '.invite').scrollIntoView({ block: 'center' });
}

/** Takes in what a text holds of the rounds that are run here, and says what came of it. @returns whether there was any */
export function take(host: HTMLElement, say: Strings, text: string): boolean {
  const before = kept();
  const { rows, rounds, damaged } = textToRows(text);
  const own = [...before.rounds, ...rounds];
  const mine = rows.filter((row) => own.some((round) => isOf(round)(row)));
  const known = new Set(before.rows.map(rowText));
  const fresh = new Set(mine.map(rowText).filter((one) => !known.has(one)));
  const found = rows.length + rounds.length + damaged;
  const trouble = found > 0 ? keptRounds().add([...rounds.map(roundText), ...fresh]) : null;
  const counts = {
    added: fresh.size,
    known: new Set(mine.map(rowText)).size - fresh.size,
    other: rows.length - mine.length,
    damaged,
  };
  const said = trouble ? 'full' : found > 0 ? 'taken' : 'nothing';
  message(host, '.heard', say(said, counts));
  draw(host, say);
  part(host, '.heard').focus();
  return found > 0 && !trouble;
}

/** Puts what a link brought into the field. */
export function bring(host: HTMLElement, say: Strings, text: string): void {
  part<HTMLDetailsElement>(host, 'details').open = true;
  draw(host, say);
  const field = part<HTMLTextAreaElement>(host, 'textarea');
  field.value = text;
  message(host, '.heard', say(shown(host) ? 'here' : 'no-round'));
  if (shown(host)) field.focus();
}

/** Does what a button is for. @param pass see `passOn` */
export function press(host: HTMLElement, say: Strings, action: string, pass: string): void {
  const now = shown(host);
  if (pass && now) {
    const address = pageAddress() + roundToFragment(now.round);
    void passOn(part(host, '.invite'), say, pass, address);
  } else if (action === 'csv' && now) {
    download(new Blob([rowsToCsv(now.rows)], { type: 'text/csv' }), say('csv-name'));
  } else if (action === 'keep') {
    const text = keptRounds()
      .all()
      .map((one) => `#${one}\r\n`)
      .join('');
    download(new Blob([text], { type: 'text/plain' }), say('keep-name'));
  } else if (action === 'erase' || action === 'erase-no') {
    part(host, '.sure').hidden = action === 'erase-no';
    part(host, action === 'erase' ? '.sure p' : '[data-do=erase]').focus();
  } else if (action === 'erase-yes') {
    keptRounds().erase();
    part(host, '.sure').hidden = true;
    clearPass(part(host, '.invite'));
    draw(host, say);
    message(host, '.heard', say('erased'));
    part(host, '.heard').focus();
  }
}
