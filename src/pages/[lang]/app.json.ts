// What the phone's first screen shows: a neutral name and a door, since whoever picks the phone up sees it.
import type { APIRoute } from 'astro';
import { languagePaths } from '../../course/page-paths.ts';
import { paths } from '../../course/paths.ts';
import { wholeCourse } from '../../course/read.ts';

export const getStaticPaths = languagePaths;

/** Pages that a long press on the icon offers, where they are part of this build. */
const SHORTCUTS = ['now', 'help'];
const built = Object.keys(import.meta.glob('./*.astro'));

export const GET: APIRoute = async ({ params }) => {
  const lang = params['lang'] ?? '';
  const { translate } = await wholeCourse();
  const t = translate(lang);
  const icon = (name: string, sizes: string, purpose: string) => ({
    src: `${paths.chooser()}${name}.png`,
    sizes,
    type: 'image/png',
    purpose,
  });
  return Response.json({
    name: t('site.name'),
    short_name: t('site.name'),
    lang,
    start_url: paths.map(lang),
    scope: paths.chooser(),
    display: 'standalone',
    background_color: '#fffaf2',
    theme_color: '#0e4a56',
    icons: [
      icon('icon-192', '192x192', 'any'),
      icon('icon-512', '512x512', 'any'),
      icon('icon-maskable', '512x512', 'maskable'),
    ],
    shortcuts: SHORTCUTS.filter((name) => built.includes(`./${name}.astro`)).map((name) => ({
      name: t(`app.${name}`),
      url: paths.single(lang, name),
    })),
  });
};
