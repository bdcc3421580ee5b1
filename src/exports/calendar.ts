/*
 * Days for the phone's own calendar, as RFC 5545 writes them. A calendar shows on a locked screen and is seen by others,
 * so whoever calls this gives words that tell nothing of what is practised.
 */

/** Days of a calendar and what is said of each. */
export interface Days {
  /** Such as `2026-11-30`; the same day given again replaces the entry of before. */
  readonly days: readonly string[];
  readonly title: string;
  /** What is said below the title. */
  readonly note: string;
  /** Where an entry leads; empty where the course is not on the web. */
  readonly address: string;
  /** When the file is made. */
  readonly made: Date;
}

/** The most octets of a line, its end not counted. */
const LONGEST = 75;

/** Hours after the beginning of its day at which the phone speaks up. */
const REMINDER = 'PT9H';

/** The text of an `.ics` file in which each day is an entry for the whole day. */
export function daysToCalendar({ days, title, note, address, made }: Days): string {
  const stamp = made.toISOString().replace(/\.\d+|[-:]/g, '');
  // An entry's name is its own by the host that gave it.
  const host = address ? new URL(address).hostname : 'dastak.invalid';
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${host}//Dastak//EN`, 'METHOD:PUBLISH'],
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:refresher-${day}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(note)}`,
      ...(address ? [`URL:${address}`] : []),
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${REMINDER}`,
      ...['END:VALARM', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // No other control character may stand in a text.
    .replace(/\p{Cc}/gu, '');

/** Breaks a line between letters, so that no octet of one is parted from the others. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  let text = '';
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > LONGEST) {
      text += '\r\n ';
      length = 1;
    }
    text += letter;
    length += octets;
  }
  return text;
}
