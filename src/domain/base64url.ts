/** Bytes as base64url without padding (RFC 4648, section 5), the spelling of signatures and keys. */
export function bytesToBase64url(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/**
 * Reads base64url. Of the spellings that name the same bytes (unused bits of the last letter, padding, spaces) one
 * alone is read, so that a signed text cannot be changed and still hold.
 * @returns null for any other text
 */
export function base64urlToBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return bytesToBase64url(bytes) === text ? bytes : null;
}
