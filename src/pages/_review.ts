import { pagePolicy } from '../build/policy.ts';
import { paths } from '../course/paths.ts';
import { inAll, reviewLanguages, waysOut } from '../course/review-book.ts';

/**
 * What the frame of a page of the review book needs, but its title, and the languages of the book.
 * @param locals of the page; its parts find the languages there
 */
export async function reviewFrame(locals: App.Locals) {
  const languages = await reviewLanguages();
  locals.languages = languages;
  const contents = {
    address: paths.reviewBook(),
    text: inAll(languages, ({ t }) => t('review.title')),
  };
  return {
    languages,
    frame: { lang: languages[0]?.id, policy: pagePolicy, ways: [contents, ...waysOut(languages)] },
  };
}
