/**
 * A list of all members of a type, in an order that matters: the compiler refuses one that is missing or unknown, so
 * that the type and the list are one.
 */
export const everyOf =
  <Member extends string>() =>
  <const List extends readonly Member[]>(
    list: Exclude<Member, List[number]> extends never
      ? List
      : readonly Exclude<Member, List[number]>[],
  ): readonly Member[] =>
    list;
