// What no page needs to be read and answered; fetched once the page has come to rest.
import '../../offline/page.ts';

if (matchMedia('(min-width: 64em)').matches) import('../wide/wide.ts').catch(() => {});
if (document.querySelector('dastak-offline')) import('./offline.element.ts').catch(() => {});
