import { idHash20, sum32 } from '../../src/domain/id-hash.ts';
import { bytesToFragment } from '../../src/exports/base32.ts';

/** The link of a code with a right sum and any version and body, as only somebody can make it on purpose. */
export function forgedLink(version: number, course: string, body: readonly number[]): string {
  const head = version * 2 ** 20 + idHash20(course);
  const full = sum32(head + String.fromCharCode(...body));
  const sum = (full ^ (full >>> 24)) & 0xffffff;
  const all = [head >>> 16, head >>> 8, head, sum >>> 16, sum >>> 8, sum, ...body];
  return `#c=${bytesToFragment(Uint8Array.from(all, (byte) => byte & 255))}`;
}

/** The same for the link of a claim. */
export function forgedClaim(version: number, body: readonly number[]): string {
  const last = body.findLastIndex((byte) => byte !== 0);
  const sum = sum32(`${version}${String.fromCharCode(...body.slice(0, last + 1))}`);
  const all = [version, sum >>> 24, sum >>> 16, sum >>> 8, sum, ...body];
  return `#z=${bytesToFragment(Uint8Array.from(all, (byte) => byte & 255))}`;
}
