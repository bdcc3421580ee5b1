// What no page needs to be read and answered; fetched once the page has come to rest.
import '../../offline/page.ts';

if (document.querySelector('dastak-offline')) import('./offline.element.ts').catch(() => {});
