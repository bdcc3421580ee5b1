/** A line of the one table that a run of the bench prints. */
export interface Row {
  what: string;
  case: string;
  figures: string;
}
