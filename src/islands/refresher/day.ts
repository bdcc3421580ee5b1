import { dayIn } from '../../domain/zone-day.ts';

/** The present day by the clock of the site. */
export const todayIn = (zone: string): string => dayIn(zone, new Date());
