// What waits on this device (发件箱), in the browser's own database: one row for each form that could not be sent.

const opened = () => new Promise((done, failed) => {
  const asked = indexedDB.open('yiwang', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('outbox', { keyPath: 'key' });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
let database;

async function inStore(mode, work) {
  database ??= opened();
  const task = (await database).transaction('outbox', mode);
  const asked = work(task.objectStore('outbox'));
  return new Promise((done, failed) => {
    task.oncomplete = () => done(asked.result);
    task.onerror = task.onabort = () => failed(task.error);
  });
}

/** Only what this account wrote: whoever signs in next on the same device neither sees nor sends it. */
export const list = async owner => (await inStore('readonly', s => s.getAll()))
  .filter(one => one.owner === owner).sort((a, b) => a.at - b.at);
export const put = one => inStore('readwrite', s => s.put(one));
export const drop = key => inStore('readwrite', s => s.delete(key));

/** A key under which the server does it once; crypto.randomUUID is missing where the page is not on a safe origin. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(n => n.toString(16).padStart(2, '0')).join('');
