import { type Content, filesOf, type Named, namedIn, type YamlFile } from '../reading/content.ts';
import { fieldOf, listOf, textOf, type Value } from '../reading/value.ts';

/** A question with the file it stands in. */
export interface AskedQuestion extends Named {
  file: string;
  module: string;
  /** `single`, `several`, `sort` …, as it is written. */
  kind: string;
  options: Value[];
}

/** All questions of all modules, in the order of their files. */
export const questionsOf = (content: Content): AskedQuestion[] =>
  filesOf(content, 'quiz').flatMap(questionsIn);

/** The questions of a module's `quiz.yml`, in its order. */
export const questionsIn = ({ path, module = '', value }: YamlFile): AskedQuestion[] =>
  namedIn(listOf(value, 'items')).map((item) => ({
    ...{ ...item, file: path, module, kind: textOf(fieldOf(item.entry, 'kind')) ?? '' },
    options: listOf(item.entry, 'options'),
  }));
