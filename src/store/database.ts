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
