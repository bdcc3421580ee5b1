import { expect, test } from '@playwright/test';
import { drillText } from '../support/drills.ts';
import { problemTexts, put, told } from './tiny-course.ts';

const CALL = 'content/modules/notice/gate.call.yml';
const RELAY = 'content/modules/notice/alert.relay.yml';

const inCall = (...changes: [piece: string, instead: string][]) => problemsIn(CALL, changes);
const inRelay = (...changes: [piece: string, instead: string][]) => problemsIn(RELAY, changes);

/** The problems of the tiny course with a call or relay in it, of which some pieces are replaced. */
function problemsIn(file: string, changes: readonly [piece: string, instead: string][]): string[] {
  const text = drillText(file === CALL ? 'gate.call' : 'alert.relay');
  return problemTexts({ [file]: changes.reduce((now, [from, to]) => put(from, to)(now), text) });
}

/** The place of a piece of text in the unchanged file. */
function at(file: string, piece: string): string {
  const text = drillText(file === CALL ? 'gate.call' : 'alert.relay');
  return `${file}:${text.split(piece)[0]?.split('\n').length}`;
}

const IDS = 'Stored answers and references consist of ids, so each id means one thing, for ever.';
const HABIT = 'Whoever notices the habit answers without having learnt anything.';
const STATIONS =
  'An alert passes every station once, from the post to the door; the drawing shows it so.';

test('A call and a relay that keep all rules have no problem', () => {
  expect(inCall()).toEqual([]);
  expect(inRelay()).toEqual([]);
});

test.describe('In a call', () => {
  test('a question without a right option is named', () => {
    expect(inCall(['The dairy. }, right: true,', 'The dairy. },'])).toEqual([
      told(
        at(CALL, 'item: landmark'),
        'The question “landmark” has no right option.',
        'Add the line right: true to the option that is right.',
        'Otherwise nobody could answer it.',
      ),
    ]);
  });

  test('a question with two right options names them', () => {
    expect(
      inCall(
        ['Perhaps, they all post things." },', 'Perhaps, they all post things." }, right: true,'],
        [
          '    - { id: a07',
          '    - { id: a15, text: { hi: शायद, en: Maybe. }, seconds: 9, says: { hi: अच्छा, en: "Well." }, coach: { hi: नहीं, en: "Not so." } }\n      - { id: a07',
        ],
      ),
    ).toEqual([
      told(
        at(CALL, 'item: link'),
        'The question “link” has 2 right options: a07, a08.',
        'Keep right: true on one of them.',
        'Here one answer is true, and a learner who gave another would be left in doubt.',
      ),
    ]);
  });

  test('a question at which everything is right is named', () => {
    expect(inCall(['right." }, seconds: 90', 'right." }, right: true, seconds: 90'])).toEqual([
      told(
        at(CALL, '  says: { hi: "नवीन'),
        'The question “repeat” has no wrong option.',
        'Take right: true from an option that is wrong, or add such an option.',
        'Where everything is right, nothing is practised.',
      ),
    ]);
  });

  test('several first sentences may be right, and each gives the place', () => {
    expect(
      inCall(['it is about a boy of ours." },', 'it is about a boy of ours." }, right: true,']),
    ).toEqual([
      told(
        at(CALL, 'id: o02'),
        'The right first sentence “o02” does not give the place.',
        'Begin its text with the place, and write gives: [place, who]',
        'If the call breaks off after one sentence, somebody must know where to go.',
      ),
    ]);
  });

  test('an id that stands twice is told with a free one', () => {
    expect(inCall(['id: a02', 'id: a01'])).toEqual([
      told(
        at(CALL, 'id: a02'),
        'The id “a01” stands twice in this file; the first time in line 27.',
        'Write id: a02',
        IDS,
      ),
    ]);
  });

  test('what nobody asks for and not every first sentence gives is named', () => {
    expect(inCall(['item: phone', 'item: place'])).toEqual([
      told(
        at(CALL, 'item: landmark'),
        'Nobody asks for “phone”, and not every right first sentence gives it.',
        'Add a question with item: phone to “asks”. If nobody knows it, the right answer says so.',
        'An operator who is not told that something is unknown goes on waiting for it.',
      ),
    ]);
  });

  test('a question that is asked twice is named', () => {
    expect(inCall(['item: phone', 'item: who'])).toEqual([
      told(
        at(CALL, 'item: landmark'),
        'Nobody asks for “phone”, and not every right first sentence gives it.',
        'Add a question with item: phone to “asks”. If nobody knows it, the right answer says so.',
        'An operator who is not told that something is unknown goes on waiting for it.',
      ),
      told(
        at(CALL, 'item: phone'),
        'The operator asks twice for “who”.',
        'Take one of the two questions out.',
        'What has been told is not asked again; the second question would never be shown.',
      ),
    ]);
  });

  test('a text that is too long says by how much', () => {
    const long = `Nearby${', quite near'.repeat(14)}. Everybody knows it.`;
    expect(inCall(['Nearby. Everybody knows it. }', `"${long}" }`])).toEqual([
      told(
        at(CALL, 'id: a02'),
        `The text “text” of “a02” has ${long.length} characters.`,
        `Shorten it by ${long.length - 160} to 160: “${long}”`,
        'It is read on a small screen, late at night.',
      ),
    ]);
  });

  test('right options that are nearly always the longest are named', () => {
    const longer = (weak: string) => [weak, weak.slice(0, 2)] as [string, string];
    const problems = inCall(
      ...['Nearby. Everybody knows it.', 'A boy who lives in my house.', 'I could not say.'].map(
        longer,
      ),
      ['en: "Perhaps, they all post things."', 'en: "P"'],
      ['en: Somebody is bound to be.', 'en: S'],
      ['en: "Today, I think."', 'en: T'],
    );
    expect(problems).toEqual([
      told(
        at(CALL, 'item: landmark'),
        'In 8 of the 10 questions with one right option the right one is the longest in the language “en”: landmark, who, phone, link, last-seen, with-them, danger, repeat.',
        'Shorten the right options or lengthen others, until it is so in 6 at most.',
        HABIT,
      ),
    ]);
  });

  test('a figure and a telephone number are named', () => {
    expect(
      inCall(
        ['en: Home is far away.', 'en: In 26% home is far away.'],
        ['en: it is in the register', 'en: "98765 43210"'],
      ),
    ).toEqual([
      told(
        at(CALL, 'it is in the register'),
        'The number 98765 43210 is written by hand.',
        'Write the name of the helpline instead; the page shows the number of the ledger beside it.',
        'A number printed by hand is wrong sooner or later, and somebody may ring it at night; the ledger is tested.',
      ),
      told(
        at(CALL, 'id: r01'),
        'This text states “26%”, and no source can be named here.',
        'Say it without the figure, or move it to a lesson, with its source.',
        'A figure without a source cannot be checked, and wrong figures about suicide do harm.',
      ),
    ]);
  });
});

test.describe('In a relay', () => {
  test('a station without a fork is named', () => {
    expect(inRelay(['station: platform', 'station: post'])).toEqual([
      told(
        at(RELAY, 'station: post'),
        'No fork stands at the station “platform”.',
        'Add a fork with station: platform',
        STATIONS,
      ),
    ]);
  });

  test('a fork that stands behind a later station is named', () => {
    const problems = inRelay(
      ['station: platform', 'station: x'],
      ['station: command-centre', 'station: platform'],
      ['station: x', 'station: command-centre'],
    );
    expect(problems).toEqual([
      told(
        at(RELAY, 'station: command-centre'),
        'The fork at “platform” comes after one at “command-centre”.',
        'Move it up; the stations are, in order: post, platform, command-centre, control-room, door.',
        STATIONS,
      ),
    ]);
  });

  test('a fork has exactly one right option', () => {
    const none = inRelay(['To the command centre. }, right: true,', 'To the command centre. },']);
    expect(none).toEqual([
      told(
        at(RELAY, 'station: platform'),
        'The question “platform” has no right option.',
        'Add the line right: true to the option that is right.',
        'Otherwise nobody could answer it.',
      ),
    ]);
  });

  test('more forks than a kept run can hold are too many', () => {
    const [, forks = ''] = drillText('alert.relay').split('forks:\n');
    const [more = ''] = forks.split('  - station: platform');
    const copies = Array.from({ length: 11 }, (_, index) =>
      more.replaceAll(/id: k0/g, `id: ${'abcdefghijl'.charAt(index)}0`),
    ).join('');
    const [first] = inRelay(['forks:\n', `forks:\n${copies}`]);
    expect(first).toBe(
      told(
        at(RELAY, 'station: post'),
        '“forks” has 16 entries and may have 15 at most.',
        'Take out 1.',
        'The pages are made from these entries, so each has to be there in its own form.',
      ),
    );
  });
});
