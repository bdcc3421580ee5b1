import { openStore } from '../../src/store/progress-store.ts';
import type { World } from '../../src/store/world.ts';
import { fakeStorage } from './fake-engine.ts';

/** A phone whose pages all use the same storage. Its clock stands still; new profiles are `p1`, `p2`, … */
export function phone() {
  const disk = fakeStorage();
  let born = 0;
  const open = (world: Partial<World> = {}) =>
    openStore({
      storage: () => disk,
      clock: () => 29_000_000 * 60_000,
      newId: () => `p${++born}`,
      ...world,
    });
  return { disk, open };
}
