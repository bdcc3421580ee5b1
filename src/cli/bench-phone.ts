import type { Page } from '@playwright/test';

/** Bits per second, and milliseconds of a round trip, as phones have them. */
const NETS = { 'slow 3G': [400_000, 2000], 'fast 3G': [1_440_000, 562] } as const;

/** A network that a bench can pretend. */
export type Net = keyof typeof NETS;

/** Makes a page as slow as on a cheap phone: a processor four times slower, and a network where one is named. */
export async function slowed(page: Page, net?: Net): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(markElements);
  if (!net) return;
  const [bits, latency] = NETS[net];
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bits / 8,
    uploadThroughput: bits / 8,
  });
}

/** Runs in the page before anything else: notes when each custom element is defined. */
function markElements(): void {
  const define = customElements.define.bind(customElements);
  customElements.define = (name, ...rest) => {
    define(name, ...rest);
    performance.mark(name);
  };
}

/** The middle one of some measurements. */
export const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** The smallest of some measurements. */
export const fastest = (all: readonly number[]): number => Math.min(...all);
