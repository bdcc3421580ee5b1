import { passphraseProblem } from '../../domain/passphrase.ts';
import { deskKeys } from '../../store/browser-desk-keys.ts';
import { made, part, refill } from '../dom.ts';
import { message } from '../message.ts';
import { download } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import { dayText } from './people.ts';
import { fileToString } from './read-file.ts';

/** Shows which keys this device has, each as the line that `site.yml` needs. */
export async function drawKeys(host: HTMLElement, say: Strings): Promise<void> {
  const trouble = await deskKeys.trouble();
  const keys = trouble ? [] : await deskKeys.all().catch(() => []);
  const list = part(host, '.keys');
  const items = keys.map(({ thumbprint, made: moment }) => {
    const day = moment.slice(0, 10);
    const lines = `  - id: our-desk\n    name: { hi: "…", en: "…" }\n    key: "${thumbprint}"\n    from: "${day}"`;
    return made('li', made('span', say('key-here', { date: dayText(day) })), made('pre', lines));
  });
  refill(list, ...items);
  list.hidden = keys.length === 0;
  part(host, '.key-none').hidden = keys.length > 0 || trouble !== null;
  part(host, '.key-blocked').hidden = trouble === null;
  for (const form of host.querySelectorAll<HTMLElement>('.key form'))
    form.hidden = trouble !== null;
}

/** Makes a key and gives its backup at once. */
export async function makeKey(host: HTMLElement, say: Strings): Promise<void> {
  const form = part<HTMLFormElement>(host, 'form.make-key');
  const [passphrase, again] = ['passphrase', 'again'].map(
    (name) => part<HTMLInputElement>(form, `[name=${name}]`).value,
  ) as [string, string];
  const problem = passphraseProblem(passphrase, again);
  if (problem) {
    message(host, '.key-said', say(`passphrase-${problem}`));
    part(form, '[name=passphrase]').focus();
    return;
  }
  message(host, '.key-said', say('key-making'));
  try {
    const { backup } = await deskKeys.make(passphrase, new Date());
    download(new Blob([backup], { type: 'application/json' }), say('key-file-name'));
    form.reset();
    await drawKeys(host, say);
    message(host, '.key-said', say('key-made'));
  } catch {
    message(host, '.key-said', say('key-blocked'));
  }
}

/** Takes a key over from the backup file that was chosen. */
export async function restoreKey(host: HTMLElement, say: Strings): Promise<void> {
  const form = part<HTMLFormElement>(host, 'form.restore-key');
  const [file] = part<HTMLInputElement>(form, '[name=backup]').files ?? [];
  if (!file) {
    message(host, '.key-said', say('key-file'));
    return;
  }
  message(host, '.key-said', say('key-making'));
  try {
    const passphrase = part<HTMLInputElement>(form, '[name=passphrase]').value;
    const result = await deskKeys.restore(await fileToString(file), passphrase);
    if (result.ok) form.reset();
    await drawKeys(host, say);
    message(host, '.key-said', say(result.ok ? 'key-restored' : `key-${result.problem}`));
  } catch {
    message(host, '.key-said', say('key-blocked'));
  }
}

/** Takes every key off this device. */
export async function removeKeys(): Promise<void> {
  for (const { thumbprint } of await deskKeys.all()) await deskKeys.remove(thumbprint);
}
