/** What a page may load and do; everything that is not named here is refused. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes code: the one address of a script that a page makes itself, the worker's, goes through a named policy.
  "require-trusted-types-for 'script'",
  'trusted-types dastak-worker',
];

/** The content security policy for a page's meta element; browsers ignore `frame-ancestors` there, so it is left out. */
export const pagePolicy = directives.join('; ');

/** The content security policy as a response header: that of the meta element, and no foreign frames. */
export const policy = `${pagePolicy}; frame-ancestors 'self'`;

/** The response headers that every host should send with every file, name → value. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'microphone=(self), camera=(self), geolocation=()',
};
