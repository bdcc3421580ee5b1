import fc from 'fast-check';
import { madeClaim } from '../../src/cli/made-register.ts';
import { daysAfter } from '../../src/domain/refresher.ts';
import type { Entry, Register } from '../../src/domain/register.ts';
import {
  addIssued,
  attest,
  decideSame,
  removeEntry,
  revokeAll,
  takeClaim,
} from '../../src/domain/register-acts.ts';

/** The day on which the registers of these tests stand. */
export const TODAY = '2026-11-30';

/** A desk in memory: the register, and one thing that happens there. */
export type Act =
  | { readonly does: 'take'; readonly who: number; readonly days: number; readonly name: string }
  | {
      readonly does: 'attest' | 'sign' | 'revoke' | 'remove';
      readonly who: number;
      readonly day: number;
    }
  | { readonly does: 'same' | 'apart'; readonly who: number; readonly other: number };

const LEARNERS = 4;
const who = fc.nat(LEARNERS - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('take' as const),
    who,
    days: fc.nat(3),
    name: fc.constantFrom('Anita', 'Anita Verma'),
  }),
  fc.record({
    does: fc.constantFrom('attest' as const, 'sign' as const, 'revoke' as const, 'remove' as const),
    who,
    day: fc.nat(3),
  }),
  fc.record({ does: fc.constantFrom('same' as const, 'apart' as const), who, other: who }),
);

/** What came of some acts at a desk. */
export const anyRegister: fc.Arbitrary<Register> = fc
  .array(act, { maxLength: 14 })
  .map((acts) => acts.reduce<Register>(after, new Map()));

/** The register after one more act. */
export function after(register: Register, act: Act): Register {
  const { learner } = madeClaim(act.who, TODAY);
  const entry = register.get(learner);
  const changed = happens(act, entry, register);
  return changed ? new Map(register).set(changed.learner, changed) : register;
}

function happens(act: Act, entry: Entry | undefined, register: Register): Entry | null {
  if (act.does === 'take') {
    const on = daysAfter(TODAY, act.days - 30);
    return takeClaim(entry, madeClaim(act.who, TODAY, { on, refreshed: '', name: act.name }), TODAY)
      .entry;
  }
  if (!entry) return null;
  if ('other' in act) {
    const other = register.get(madeClaim(act.other, TODAY).learner);
    return other && other !== entry ? decideSame(entry, other, act.does === 'same') : null;
  }
  const day = daysAfter(TODAY, act.day - 5);
  switch (act.does) {
    case 'attest':
      return attest(entry, 'Kavita Jain, coordinator', day);
    case 'sign':
      return addIssued(entry, {
        ...{ serial: act.who * 10 + act.day, key: 'k1', on: day, until: TODAY, of: day },
        revoked: '',
      });
    case 'revoke':
      return revokeAll(entry, 'k1', day);
    default:
      return removeEntry(entry);
  }
}
