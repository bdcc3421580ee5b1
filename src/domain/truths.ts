import type { Truth } from '../schema/scenario.ts';
import { everyOf } from './every.ts';

/** Everything that may be true, from the lightest to the gravest; a seed draws in this order. */
export const truths = everyOf<Truth>()(['none', 'thoughts', 'danger']);
