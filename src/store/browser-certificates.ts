import { phone } from './browser-store.ts';
import { type KeptCertificates, openKeptCertificates } from './kept-certificate.ts';
import { memoryEngine } from './memory-engine.ts';

let opened: KeptCertificates | undefined;

/** What this page's phone keeps for certificates. */
export function keptCertificates(): KeptCertificates {
  if (!opened) {
    const engine = phone.openStorage();
    // What has no room lives as long as the page.
    opened = openKeptCertificates(engine, engine.trouble ? engine : memoryEngine('full', ''));
  }
  return opened;
}
