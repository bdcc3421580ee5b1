/** Why a file could not be kept. */
export class DownloadError extends Error {
  readonly why: 'cut' | 'full';

  constructor(why: 'cut' | 'full', address: string) {
    super(`${address} could not be kept: ${why}`);
    this.why = why;
  }
}

/** Why something was not kept: no room where the browser says so, else what came or did not come. */
export function reasonOf(error: unknown): 'cut' | 'full' {
  if (error instanceof DownloadError) return error.why;
  return (error as Error | undefined)?.name === 'QuotaExceededError' ? 'full' : 'cut';
}

/**
 * Fetches one file and checks its bytes, the second time past every cache on the way.
 * @throws DownloadError when neither answer is what was built
 */
export async function verified(scope: string, address: string, hash: string): Promise<Response> {
  for (const query of ['', `?fresh=${hash}`]) {
    try {
      const response = await fetch(scope + address + query, { cache: 'no-cache' });
      const bytes = await response.arrayBuffer();
      // The answer is made anew: one that came by a redirect may not answer a navigation.
      if (response.ok && (await hashOf(bytes)) === hash)
        return new Response(bytes, { headers: response.headers });
    } catch {
      // Tried once more below; then it is told.
    }
  }
  throw new DownloadError('cut', address);
}

/** The first twelve letters of the bytes' SHA-256 in base64url: the content hash that the build writes. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...sum.slice(0, 9)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}
