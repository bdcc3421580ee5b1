/** What stands before the code in a link's fragment. */
export const FRAGMENT = '#c=';
