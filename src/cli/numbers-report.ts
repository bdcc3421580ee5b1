import { isDeployment, ownNumbersProblems } from '../rules/course/own-numbers.ts';
import { type ContentFile, problemToText } from '../rules/problem.ts';
import { ledgerIds, namedIn, readAll, yamlAt } from '../rules/reading/content.ts';
import { fieldOf, listOf } from '../rules/reading/value.ts';

/**
 * What `npm run check:numbers` says.
 * @param today the day of the check, such as `2026-11-23`
 * @returns the text, and whether nothing is wrong; a site without an institution is no deployment, and in order
 */
export function numbersReport(
  files: readonly ContentFile[],
  today: string,
): { text: string; isInOrder: boolean } {
  const content = readAll(files);
  if (!isDeployment(content)) {
    const text =
      'No institution stands in content/site.yml, so this is no deployment yet and needs no numbers of its own.\nWrite institution: with its name there, and this command checks that warden or owner, counsellor, hospital, police station and control room are there and were rung within 90 days.';
    return { text, isInOrder: true };
  }
  const problems = ownNumbersProblems(content, today);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const text = `${problems.map(problemToText).join('\n\n')}\n\n${count} among the numbers of this deployment.`;
    return { text, isInOrder: false };
  }
  const own = namedIn(listOf(yamlAt(content, 'content/site.yml'), 'contacts')).length;
  const untested = (ledgerIds(content, 'helplines') ?? []).filter(
    ({ entry }) => fieldOf(entry, 'tested')?.kind === 'empty',
  );
  const rest = untested.map(({ id }) => id).join(', ');
  return {
    text: `All ${own} numbers of this deployment were rung within 90 days.${rest && `\nNot yet rung from here: ${rest}.`}`,
    isInOrder: true,
  };
}
