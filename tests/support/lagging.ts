import type { StorageLike } from '../../src/store/engine.ts';

interface Message {
  from: number;
  key: string;
  value: string | null;
}

/**
 * A storage as several processes of a browser see it: each has its own copy, a write is seen at once by its writer
 * only, and reaches the others in the order of one common log. Until a view hears its own write come back, what
 * others wrote to that key before is passed over, so that all copies agree in the end.
 */
export function laggingStorage(count: number) {
  const log: Message[] = [];
  const views = Array.from({ length: count }, (_, me) => {
    const values = new Map<string, string>();
    const awaited = new Map<string, number>();
    let heard = 0;
    const put = (key: string, value: string | null) => {
      if (value === null) values.delete(key);
      else values.set(key, value);
    };
    const say = (key: string, value: string | null) => {
      put(key, value);
      awaited.set(key, (awaited.get(key) ?? 0) + 1);
      log.push({ from: me, key, value });
    };
    const storage: StorageLike = {
      get length() {
        return values.size;
      },
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem: say,
      removeItem: (key) => say(key, null),
    };
    return {
      storage,
      values,
      isBehind: () => heard < log.length,
      /** Hears the next message. @returns whether another view wrote it, as a storage event would tell */
      hear(): boolean {
        const message = log[heard];
        if (!message) return false;
        heard++;
        const waiting = awaited.get(message.key) ?? 0;
        if (message.from === me) {
          awaited.set(message.key, waiting - 1);
          return false;
        }
        if (waiting === 0) put(message.key, message.value);
        return true;
      },
    };
  });
  return views;
}
