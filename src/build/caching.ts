/** How long files may be kept on the way: hashed ones for good, all others only with a question whether they still hold. */
export const caching = {
  hashed: 'public, max-age=31536000, immutable',
  // What a host or a net on the way rewrites is no longer what was built, and would not be kept for offline use.
  other: 'no-cache, no-transform',
} as const;

/** Whether a file's name changes with its content. */
export const isHashed = (path: string): boolean => path.includes('_astro/');
