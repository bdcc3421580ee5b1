import { type Preview, previewImport } from '../../domain/import-preview.ts';
import type { ProgressEvent } from '../../domain/progress.ts';
import {
  bytesToFile,
  bytesToLink,
  bytesToQr,
  bytesToText,
  type CodeStep,
  carriedEvents,
  eventsToBytes,
  readCode,
} from '../../exports/code.ts';
import { store } from '../../store/browser-store.ts';
import { made, part, refill } from '../dom.ts';
import { fillGroups, openGroups } from '../groups.ts';
import { onDisk } from '../kept.ts';
import { message } from '../message.ts';
import { canShare, copy, download, pageAddress, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

interface Facts {
  course: string;
  steps: CodeStep[];
}

const factsOf = (host: HTMLElement): Facts => JSON.parse(host.dataset['facts'] ?? '');

/** What was read last and waits for a decision. */
let waiting: readonly ProgressEvent[] = [];

/** Takes away the code of a record, and the look at what another one would bring to it. */
export function clear(host: HTMLElement): void {
  waiting = [];
  refill(part(host, '.groups'));
  for (const place of ['.code', '.preview']) part(host, place).hidden = true;
  message(host, '.said', '');
}

/** Does what a button of the island is for. */
export async function press(host: HTMLElement, say: Strings, action: string): Promise<void> {
  if (action === 'make') return make(host, say);
  if (action === 'add' || action === 'apart' || action === 'leave')
    return decide(host, say, action);
  const bytes = currentBytes(host);
  const link = pageAddress() + bytesToLink(bytes);
  if (action === 'share') return share({ text: link });
  if (action === 'file') {
    return download(new Blob([Uint8Array.from(bytesToFile(bytes))]), say('file-name'));
  }
  const text = action === 'link' ? link : bytesToText(bytes);
  const isCopied = await copy(text, () => openGroups(part(host, '.aloud')));
  message(host, '.said', say(isCopied ? 'copied' : 'not-copied'));
}

function currentBytes(host: HTMLElement): Uint8Array {
  const { course, steps } = factsOf(host);
  return eventsToBytes(carriedEvents(store().events(), steps), course);
}

async function make(host: HTMLElement, say: Strings): Promise<void> {
  const isEmpty = store()
    .events()
    .every(({ kind }) => kind === 'set');
  part(host, '.code').hidden = isEmpty;
  message(host, '.said', say(isEmpty ? 'nothing' : 'made'));
  if (isEmpty) return;
  const bytes = currentBytes(host);
  const groups = bytesToText(bytes).split(' ');
  fillGroups(part(host, '.aloud'), groups, say('to', { count: groups.length }));
  part(host, '[data-do=share]').hidden = !canShare();
  navigator.storage?.persist?.().catch(() => undefined);
  const { drawQr } = await import('../qr.ts');
  drawQr(bytesToQr(bytes, pageAddress()), part<HTMLCanvasElement>(host, 'canvas'));
}

/** Reads a code and shows what it would change, or says calmly why it cannot be read. */
export function look(host: HTMLElement, say: Strings, input: string | Uint8Array): void {
  const { course, steps } = factsOf(host);
  const ids = steps.flatMap(({ id, cards }) => [id, ...cards]);
  const reading = readCode(input, course, ids);
  const preview = part(host, '.preview');
  preview.hidden = true;
  message(host, '.heard', '');
  if (!reading.ok) {
    const { problem, slip } = reading;
    message(host, '.heard', say(`problem-${problem}`, { ...slip }));
    return;
  }
  const change = previewImport(store().events(), reading.events);
  if (change.isNothing) {
    message(host, '.heard', say('nothing-new'));
    return;
  }
  waiting = reading.events;
  const lines = linesOf(change, say, valuesOf(host));
  refill(part(preview, 'ul'), ...lines.map((line) => made('li', line)));
  const active = store().active();
  const name = active?.label || say('unnamed');
  part(preview, '[data-do=add]').textContent = active ? say('add', { name }) : say('begin');
  part(preview, '[data-do=apart]').hidden = !active;
  preview.hidden = false;
  part(preview, 'h3').focus();
}

/** What values of settings are called; a map, since an imported value may be called `constructor`. */
const valuesOf = (host: HTMLElement) =>
  new Map<string, string>(Object.entries(JSON.parse(host.dataset['values'] ?? '{}')));

function linesOf(change: Preview, say: Strings, values: ReadonlyMap<string, string>): string[] {
  const counts = (['answers', 'steps', 'runs', 'places', 'unknown'] as const)
    .filter((field) => change[field] > 0)
    .map((field) => say(field, { count: change[field] }));
  const settings = change.settings.map(({ name, from, to }) => {
    const called = (value: string) => values.get(value) ?? value;
    const setting = say(`set-${name}`) || name;
    return from
      ? say('changes', { setting, from: called(from), to: called(to) })
      : say('becomes', { setting, to: called(to) });
  });
  return [...counts, ...settings];
}

function decide(host: HTMLElement, say: Strings, action: 'add' | 'apart' | 'leave'): void {
  const events = waiting;
  part(host, '.preview').hidden = true;
  if (action === 'leave') message(host, '.heard', say('left'));
  else {
    if (action === 'apart') store().create();
    const { saved } = store().importEvents(events);
    void sayBrought(host, say(saved ? 'brought' : 'brought-unsaved'));
    part<HTMLFormElement>(host, 'form').reset();
  }
  waiting = [];
  part(host, '#bring-title').focus();
}

/** Says how it went once it is on disk: whoever moves to another phone may close this one at the word. */
async function sayBrought(host: HTMLElement, text: string): Promise<void> {
  message(host, '.heard', '');
  await onDisk();
  // A message that came meanwhile is about what was done since.
  if (part(host, '.heard').textContent === '') message(host, '.heard', text);
}
