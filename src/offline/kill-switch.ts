// The worker that ends all caching: published in place of the other, it clears what was kept and takes itself away.
// Open pages stay as they are; from the next page on everything comes from the net.
import { cacheName } from './cache-store.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  const { registration } = self;
  event.waitUntil(
    caches.delete(cacheName(registration.scope)).then(() => registration.unregister()),
  );
});
