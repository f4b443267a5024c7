/** Carries a file that a person chose over a reload of the page, through the browser's own database. */

interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const shelf = "files";
const key = "chosen";

function shelfOf(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("workbench", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result.transaction(shelf, mode).objectStore(shelf));
    request.onerror = () => reject(request.error ?? new Error("The browser keeps no database."));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's database failed."));
  });
}

export async function handOver(file: HandedFile): Promise<void> {
  await done((await shelfOf("readwrite")).put(file, key));
}

/** The file that waits, once: a later load of the page opens what the server has. */
export async function handedOver(): Promise<HandedFile | null> {
  const store = await shelfOf("readwrite");
  const waiting: unknown = await done(store.get(key));
  if (typeof waiting !== "object" || waiting === null || !("name" in waiting) || !("bytes" in waiting)) return null;
  await done((await shelfOf("readwrite")).delete(key));
  const { name, bytes } = waiting;
  return typeof name === "string" && bytes instanceof Uint8Array ? { name, bytes } : null;
}
