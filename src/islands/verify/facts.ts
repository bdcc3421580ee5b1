import type { Issuer } from '../../domain/issuer.ts';

/** What the verify page knows about its site. */
export interface VerifyFacts {
  readonly issuers: readonly Issuer[];
  /** Id of the course. */
  readonly course: string;
  /** By whose clock the days of signing are shown. */
  readonly timeZone: string;
  /** How dates are written. */
  readonly locale: string;
  /** Names of roles. */
  readonly roles: Readonly<Record<string, string>>;
  /** Address of the folder of status lists, and the files that lie in it. */
  readonly status: { readonly address: string; readonly files: readonly string[] };
}
