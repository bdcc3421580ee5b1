import { part, parts } from './dom.ts';

/** Says one thing in an island. What it said before goes, wherever it stood: "Kept" must not stay beside a fault. */
export function message(host: HTMLElement, place: string, text: string): void {
  for (const old of parts(host, '[role=status], [role=alert]')) old.textContent = '';
  part(host, place).textContent = text;
}
