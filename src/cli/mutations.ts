/** A fault that is put into the code, to see whether the tests notice. */
export interface Mutation {
  /** What is broken, in the words of the one who would meet it. */
  name: string;
  /** The file, from the project's folder. */
  file: string;
  /** A piece of it that stands there once, and what is put in its place. */
  from: string;
  to: string;
  /** Test files that must fail, from `tests/`. */
  tests: readonly string[];
}

/** One flipped comparison in each part that decides what a learner is told or keeps. */
export const mutations: readonly Mutation[] = [
  {
    name: 'merge: events of one minute stand in the wrong order',
    file: 'src/domain/progress.ts',
    from: 'return a.at - b.at || a.try - b.try ||',
    to: 'return a.at - b.at || b.try - a.try ||',
    tests: ['unit/progress-properties.spec.ts'],
  },
  {
    name: 'fold: a card counts as a finished lesson',
    file: 'src/domain/progress.ts',
    from: "else if (kind === 'done') done[item]",
    to: "else if (kind !== 'done') done[item]",
    tests: ['unit/progress-properties.spec.ts'],
  },
  {
    name: 'journal: a record of a newer version is taken for one of ours',
    file: 'src/store/slot.ts',
    from: 'if (Number(version) > format.version)',
    to: 'if (Number(version) < format.version)',
    tests: ['unit/journal.spec.ts'],
  },
  {
    name: 'judge: one right letter of several is enough',
    file: 'src/domain/judge.ts',
    from: 'choice.length === right.length &&',
    to: 'choice.length <= right.length &&',
    tests: ['unit/judge.spec.ts'],
  },
  {
    name: 'referral: the child helpline is offered for grown-ups',
    file: 'src/domain/referral.ts',
    from: "...(minor === 'yes' ? [helpline(CHILD, 'child-beside', 'next')] : []),",
    to: "...(minor !== 'yes' ? [helpline(CHILD, 'child-beside', 'next')] : []),",
    tests: ['unit/referral.spec.ts'],
  },
  {
    name: 'scenario state: a student withdraws a step too late',
    file: 'src/domain/scenario-state.ts',
    from: 'const withdraws = values.rapport === 0 &&',
    to: 'const withdraws = values.rapport < 0 &&',
    tests: ['unit/scenario.spec.ts'],
  },
  {
    name: 'cases result: alarm at everything passes',
    file: 'src/domain/cases-result.ts',
    from: '(noises === 0 || falseAlarms < noises)',
    to: '(noises === 0 || falseAlarms <= noises)',
    tests: ['unit/cases-result.spec.ts'],
  },
  {
    name: 'call: a call without the place in its first sentence passes',
    file: 'src/domain/call.ts',
    from: 'placeFirst === true &&',
    to: 'placeFirst !== undefined &&',
    tests: ['unit/call.spec.ts'],
  },
  {
    name: 'code: a code with a wrong check sum is taken',
    file: 'src/exports/code.ts',
    from: 'sumOf(head, body) === four',
    to: 'sumOf(head, body) >= four',
    tests: ['unit/code.spec.ts', 'unit/code-errors.spec.ts'],
  },
  {
    name: 'worker: a newer release comes in without consent',
    file: 'src/offline/worker.ts',
    from: 'if ((await release()) === RELEASE) await takeOver();',
    to: 'if ((await release()) !== RELEASE) await takeOver();',
    tests: ['e2e/offline-update.spec.ts'],
  },
  {
    name: 'journal: erasing leaves the damaged texts that were put aside',
    file: 'src/store/journal.ts',
    from: 'for (const place of PLACES) engine.remove(keptKey(place));',
    to: '',
    tests: ['unit/journal.spec.ts'],
  },
  {
    name: 'journal: a slot with one of the events counts as a second copy',
    file: 'src/store/journal.ts',
    from: 'entries.every((entry) => there.has(format.keyOf(entry)))',
    to: 'entries.some((entry) => there.has(format.keyOf(entry)))',
    tests: ['unit/journal.spec.ts'],
  },
  {
    name: 'record: trouble is never cleared',
    file: 'src/store/record.ts',
    from: 'trouble = failure ?? engine.trouble;',
    to: 'trouble ??= failure ?? engine.trouble;',
    tests: ['unit/store.spec.ts'],
  },
  {
    name: 'events: a step is finished at its second try',
    file: 'src/domain/progress.ts',
    from: '{ kind, item, choice, at: minute, try: 1 };',
    to: '{ kind, item, choice, at: minute, try: 2 };',
    tests: ['unit/progress-properties.spec.ts'],
  },
  {
    name: 'pasted: of two codes the first is taken',
    file: 'src/exports/pasted-code.ts',
    from: 'if (good.size > 1)',
    to: 'if (good.size > 2)',
    tests: ['unit/pasted.spec.ts'],
  },
  {
    name: 'pasted: of two telephone numbers the first is taken',
    file: 'src/domain/pasted-number.ts',
    from: 'runs.length === 1 &&',
    to: 'runs.length >= 1 &&',
    tests: ['unit/pasted.spec.ts'],
  },
];
