/** An app whose built-in browser keeps its own storage, apart from that of the phone's browser. */
export type InApp = 'whatsapp' | 'facebook' | 'instagram' | 'other';

/**
 * Recognises browsers inside apps, as far as they say so.
 * @param agent the browser's user agent
 * @returns null for a browser of its own, or one that does not tell
 */
export function inAppBrowser(agent: string): InApp | null {
  if (/\bInstagram\b/.test(agent)) return 'instagram';
  if (/\bFBA[NV]\b|\bFB_IAB\b|\bMessenger\b/.test(agent)) return 'facebook';
  if (/\bWhatsApp\b/.test(agent)) return 'whatsapp';
  // Android marks its WebView with "; wv"; on iOS a WebView lacks the word Safari.
  const isWebView =
    /Android.*; wv\)/.test(agent) || /\(iP(hone|ad|od).*AppleWebKit(?!.*Safari)/.test(agent);
  return isWebView || /\b(Telegram|Snapchat|Line|LinkedInApp|MicroMessenger)\b/.test(agent)
    ? 'other'
    : null;
}

/**
 * Whether the browser deletes what pages have stored after seven days without a visit, as WebKit does.
 * Source: https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
 * @param isInstalled whether the site was put on the home screen, where its storage is left alone
 */
export function isPurging(agent: string, isInstalled: boolean): boolean {
  const isWebKit =
    /\biP(hone|ad|od)\b/.test(agent) ||
    (/\bVersion\/[\d.]+.*\bSafari\//.test(agent) && !/\b(Android|Chrome|Chromium)\b/.test(agent));
  return isWebKit && !isInstalled;
}
