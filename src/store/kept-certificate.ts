/*
 * What is kept for a certificate: the name and place that somebody typed, and the credential that came back. It stands
 * beside the record, under a key of its profile, on this phone alone: no code takes it to another phone, no second copy
 * holds it, and it goes when the record is erased.
 */
import { tidyTyped } from '../domain/claim.ts';
import type { Engine, Trouble } from './engine.ts';

/** What is kept for the certificate of one profile; each may be empty. */
export interface KeptCertificate {
  readonly name: string;
  readonly place: string;
  /** A signed text as it was handed over; whether it holds is found out each time that it is shown. */
  readonly credential: string;
}

const LONGEST_CREDENTIAL = 8_000;
const SIGNED = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Reads what was stored; whatever is not as it should be counts as empty. Never throws. */
export function textToKept(text: string | null): KeptCertificate {
  const { name, place, credential } = parsed(text);
  const typed = (field: 'name' | 'place', value: unknown) =>
    typeof value === 'string' ? tidyTyped(field, value) : '';
  const isSigned =
    typeof credential === 'string' &&
    credential.length <= LONGEST_CREDENTIAL &&
    SIGNED.test(credential);
  return {
    name: typed('name', name),
    place: typed('place', place),
    credential: isSigned ? credential : '',
  };
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

/** What is kept for certificates on one phone. */
export interface KeptCertificates {
  of(profile: string): KeptCertificate;
  /** @returns null once it is stored, else why it lasts for this tab only */
  keep(profile: string, kept: KeptCertificate): Trouble | null;
}

/**
 * Opens them.
 * @param spill where it lives while there is no room
 */
export function openKeptCertificates(engine: Engine, spill: Engine): KeptCertificates {
  const key = (profile: string) => `${profile}.certificate`;
  return {
    of: (profile) => textToKept(spill.get(key(profile)) ?? engine.get(key(profile))),
    keep(profile, kept) {
      const text = JSON.stringify(kept);
      const trouble = engine.set(key(profile), text);
      if (trouble) spill.set(key(profile), text);
      else if (spill !== engine) spill.remove(key(profile));
      return trouble ?? engine.trouble;
    },
  };
}
