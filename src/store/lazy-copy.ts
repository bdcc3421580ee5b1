import type { Copied, SecondCopy } from './second-copy.ts';

/**
 * A second copy whose code is fetched beside the page, since nothing that is drawn waits for it.
 * @param open fetches and opens it; it is tried again where the fetch failed
 */
export function lazyCopy(open: () => Promise<SecondCopy>): SecondCopy {
  let opening: Promise<SecondCopy> | undefined;
  let copied: Promise<Copied | null> | undefined;
  const done = async (work: (copy: SecondCopy) => Promise<boolean>): Promise<boolean> => {
    opening ??= open();
    try {
      return await work(await opening);
    } catch {
      opening = undefined;
      return false;
    }
  };
  const read = async (): Promise<Copied | null> => {
    let all: Copied | null = null;
    await done(async (copy) => {
      all = await copy.all();
      return true;
    });
    return all;
  };
  return {
    keep: (profile, events) => done((copy) => copy.keep(profile, events)),
    erase: (profile) => done((copy) => copy.erase(profile)),
    share: (text) => done((copy) => copy.share(text)),
    keepNumbers: (format, entries) => done((copy) => copy.keepNumbers(format, entries)),
    /** What the copy held as the page opened. */
    all() {
      copied ??= read();
      return copied;
    },
  };
}
