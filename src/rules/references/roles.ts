import { role as roleSchema } from '../../schema/words.ts';
import type { Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts, textsOf } from '../reading/value.ts';
import { suggestion } from './edit-distance.ts';

/** Modules, questions, practices and passages are for roles that the course has. */
export function rolesProblems(content: Content): Problem[] {
  const course = listOf(yamlAt(content, 'content/course.yml'), 'roles');
  const roles = plainTexts(course.flatMap((role) => fieldOf(role, 'id') ?? []));
  if (roles.length === 0) return [];
  const unknown = (file: string, line: number, role: string): Problem[] =>
    roles.includes(role) ? [] : [unknownRole(file, line, role, roles)];
  return [
    ...content.lessons.flatMap(({ path, tags }) =>
      tags
        .filter(({ name }) => name === 'For')
        .flatMap(({ attributes, line }) =>
          (attributes.get('role') ?? '')
            .split(/\s+/)
            .flatMap((role) => (role === '' ? [] : unknown(path, line, role))),
        ),
    ),
    ...rolesInYaml(content).flatMap(({ path, line, text }) => unknown(path, line, text)),
  ];
}

/** Roles of modules, questions and practices; what is no role in any course is reported by the schema. */
function rolesInYaml({ yaml }: Content) {
  return [...yaml.values()].flatMap(({ path, kind, value }) => {
    if (!kind.practice && kind.name !== 'module' && kind.name !== 'quiz') return [];
    const entries = kind.name === 'quiz' ? listOf(value, 'items') : [value];
    return entries
      .flatMap((entry) => textsOf([fieldOf(entry, 'role') ?? [], listOf(entry, 'roles')].flat()))
      .filter(({ text }) => roleSchema.safeParse(text).success)
      .map((role) => ({ ...role, path }));
  });
}

function unknownRole(file: string, line: number, role: string, roles: readonly string[]): Problem {
  return {
    ...{ file, line, value: role },
    message: `The course has no role “${role}”.`,
    instead: suggestion(role.replace(/,$/, ''), roles, 'roles'),
    why: 'What is meant for a role is shown to those who chose that role; several roles are parted by spaces.',
  };
}
