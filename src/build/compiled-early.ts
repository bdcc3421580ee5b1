import type { Plugin } from 'vite';

/** Scripts of what learners answer. */
const LEARNED =
  /src\/(islands\/(shell|lesson|question|practice|cases|scenario|drill|call|relay)\/|domain\/(scenario|cases|drill|kept-run))/;

/**
 * Lets Chromium, from 136 on, compile what answers a press while the page comes up, and not between press and frame. Other
 * browsers read a comment.
 */
export function compiledEarly(): Plugin {
  return {
    name: 'dastak-compiled-early',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.moduleIds.some((id) => LEARNED.test(id)))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    },
  };
}
