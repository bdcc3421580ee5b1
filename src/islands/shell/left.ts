/**
 * What the quick exit leaves in the storage of its tab, so that going back shows the course to nobody. All copies of the
 * course on one origin share it: whoever leaves one leaves all.
 */
export const LEFT = 'dastak-left';
