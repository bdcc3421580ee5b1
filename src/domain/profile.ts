import { plainLine } from './plain-line.ts';

/** Colours by which people tell their records apart on a shared phone; the words are keys of `content/ui`. */
export const profileColours = ['teal', 'marigold', 'terracotta', 'plum', 'moss', 'sky'] as const;

/** Roles that this edition knows; a record may hold one of a later edition. */
export const roles = ['warden', 'faculty', 'peer'] as const;

/** A map, since a setting of a record may be called anything, `constructor` too. */
const knownValues: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['role', roles],
  ['theme', ['light', 'dark']],
  ['colour', profileColours],
]);

/**
 * The settings of a record as pages may use them: a value that this edition does not know counts as none, since it
 * would hide every door or be no colour. The record itself keeps it.
 */
export function knownSettings(
  settings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const known: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(settings)) {
    if (name === 'label') known[name] = plainLine(value);
    else if (knownValues.get(name)?.includes(value) ?? true) known[name] = value;
  }
  return known;
}
