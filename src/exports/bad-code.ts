/** Says that bytes with a right checksum hold what no writer writes. */
export class BadCode extends Error {}
