/** Opens a database with these stores; it is made where it is not there. */
export function openDatabase(
  factory: IDBFactory | undefined,
  name: string,
  stores: readonly string[],
): Promise<IDBDatabase> {
  if (!factory) return Promise.reject(new Error('This browser has no database.'));
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  return answered(request);
}

/** Does some work in one transaction. @returns what it gave, once that is on disk; rejects where it could not be done */
export type Transact = <Result>(
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => () => Result,
) => Promise<Result>;

/**
 * Keeps a database with these stores at hand for transactions of strict durability over all of them.
 * @param factory gives the browser's `indexedDB`; it may throw or give nothing
 */
export function keepDatabase(
  factory: () => IDBFactory | undefined,
  name: string,
  stores: readonly string[],
): Transact {
  let opening: Promise<IDBDatabase> | undefined;
  const open = async () => {
    const database = await openDatabase(factory(), name, stores);
    const close = () => {
      database.close();
      opening = undefined;
    };
    database.onclose = close;
    database.onversionchange = close;
    return database;
  };
  return async function transact(mode, work, isAgain = false) {
    try {
      opening ??= open();
      const transaction = (await opening).transaction(stores, mode, { durability: 'strict' });
      const result = work(transaction);
      await completed(transaction);
      return result();
    } catch (error) {
      // The browser closes databases as it likes, as when data are cleared; once more finds out whether it was that.
      opening = undefined;
      if (isAgain) throw error;
      return transact(mode, work, true);
    }
  };
}

/** Everything in a store of a database, by key; nothing is made where nothing is there. */
export async function readDatabase(
  factory: IDBFactory | undefined,
  name: string,
  storeName: string,
): Promise<[id: string, text: unknown][]> {
  if (!factory) return [];
  const request = factory.open(name);
  request.onupgradeneeded = () => request.transaction?.abort();
  const database = await answered(request);
  try {
    const store = database.transaction(storeName, 'readonly').objectStore(storeName);
    const [keys, texts] = await Promise.all([
      answered(store.getAllKeys()),
      answered(store.getAll()),
    ]);
    return keys.map((key, index) => [`${key}`, texts[index]]);
  } finally {
    database.close();
  }
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves once a transaction is on disk. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
