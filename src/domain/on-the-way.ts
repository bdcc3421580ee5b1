/** What decides whether a practice belongs to the way through its module. */
export interface Placed {
  /** The one role whose practice it is; left out, several share it. */
  role?: string | undefined;
  /** The practice of which it is an unseen variant. */
  variantOf?: string | undefined;
}

/**
 * The practices of a module that its way leads through. Variants lie off the way, for a second try and for refreshers;
 * where a role has nothing but variants, as behind the last door, the first of them stands in its way.
 */
export function onTheWay<Practice extends Placed>(practices: readonly Practice[]): Practice[] {
  return practices.filter((practice) => {
    if (!practice.variantOf) return true;
    const ofRole = practices.filter(({ role }) => role === practice.role);
    return ofRole.every(({ variantOf }) => variantOf) && ofRole[0] === practice;
  });
}
