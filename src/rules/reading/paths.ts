/** What a file of `content/` is, told from its path. */
export type Kind =
  | {
      kind:
        | 'course'
        | 'site'
        | 'helplines'
        | 'places'
        | 'sources'
        | 'glossary'
        | 'language'
        | 'reading';
    }
  | { kind: 'ui'; language: string }
  | { kind: 'module' | 'quiz' | 'aloud'; module: string }
  | { kind: 'lesson'; module: string; lesson: string; language: string }
  | { kind: PracticeKind; module: string; id: string }
  | { kind: 'scenario' | 'guide' | 'image' | 'unknown' };

/** Practices beside the conversations; their files are `<id>.<kind>.yml`. */
export type PracticeKind = 'cases' | 'call' | 'relay';

/** Files that stand once, straight in `content/`. */
export const singleFiles = [
  'course',
  'site',
  'helplines',
  'places',
  'sources',
  'glossary',
  'language',
  'reading',
] as const;

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const LANGUAGE = '[a-z]{2,3}';
/** What is written for editors and lawyers, such as `content/README.md`. */
const GUIDE = /^content\/([A-Z]+\.md|LICENSE)$/;
const shapes = {
  single: new RegExp(`^content/(${singleFiles.join('|')})\\.yml$`),
  ui: new RegExp(`^content/ui/(${LANGUAGE})\\.yml$`),
  module: new RegExp(`^content/modules/(${ID})/(module|quiz|aloud)\\.yml$`),
  scenario: new RegExp(`^content/modules/${ID}/${ID}\\.scenario\\.yml$`),
  practice: new RegExp(`^content/modules/(${ID})/(${ID})\\.(cases|call|relay)\\.yml$`),
  lesson: new RegExp(`^content/modules/(${ID})/(${ID})\\.(${LANGUAGE})\\.mdx$`),
};

/** Says what the file at a path is; `unknown` for a name that the course has no use for. */
export function pathToKind(path: string): Kind {
  const [, single] = shapes.single.exec(path) ?? [];
  if (single) return { kind: single as (typeof singleFiles)[number] };
  const [, uiLanguage] = shapes.ui.exec(path) ?? [];
  if (uiLanguage) return { kind: 'ui', language: uiLanguage };
  const [, folder, file] = shapes.module.exec(path) ?? [];
  if (folder) return { kind: file as 'module' | 'quiz' | 'aloud', module: folder };
  const [, module, lesson, language] = shapes.lesson.exec(path) ?? [];
  if (module && lesson && language) return { kind: 'lesson', module, lesson, language };
  const [, home, id, practice] = shapes.practice.exec(path) ?? [];
  if (home && id) return { kind: practice as PracticeKind, module: home, id };
  if (shapes.scenario.test(path)) return { kind: 'scenario' };
  if (GUIDE.test(path)) return { kind: 'guide' };
  return { kind: path.startsWith('content/images/') ? 'image' : 'unknown' };
}
