/** The security headers of the demo court's pages: the least that the kit needs, as `docs/csp.md` recommends to courts. */

export interface HeaderOrigins {
  /** Origin of the backend. */
  backend: string;
  /** Origin of the video server. */
  video: string;
}

/**
 * Content-Security-Policy of the staff page: no video, no policy for markup at all, and data from the backend and from the sign-in alone.
 * @param origins of the backend and of the OpenID provider
 */
export function staffContentSecurityPolicy({ backend, login }: { backend: string; login: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${backend} ${login}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Content-Security-Policy: nothing by default; scripts, styles, images and data from the court itself; data from the backend; the
 * script and the frame of the video server. No inline script or style, no eval, no form that posts by itself, Trusted Types
 * required with the two policies the kit has.
 */
export function contentSecurityPolicy({ backend, video }: HeaderOrigins): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${video}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${backend}`,
    `frame-src ${video}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html atrio',
  ].join('; ');
}

/**
 * The same for the page of the attendants: the element signs in by itself, and so asks the OpenID provider too.
 * @param origins of the backend, of the video server and of the OpenID provider
 */
export const attendantContentSecurityPolicy = ({ login, ...origins }: HeaderOrigins & { login: string }): string =>
  contentSecurityPolicy(origins).replace(`connect-src 'self' ${origins.backend}`, `connect-src 'self' ${origins.backend} ${login}`);

/**
 * The same for the page of a recording: sound and picture come from the backend alone, and there is no call.
 * @param origins of the backend
 */
export const recordingContentSecurityPolicy = ({ backend }: Pick<HeaderOrigins, 'backend'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `media-src ${backend}`,
    `connect-src 'self' ${backend}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html atrio',
  ].join('; ');

/** The same for the page that has the form of an anonymous report alone: no video, no picture, nobody but the court and its backend. */
export const isolatedContentSecurityPolicy = ({ backend }: Pick<HeaderOrigins, 'backend'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${backend}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html atrio',
  ].join('; ');

/** Permissions-Policy: camera, microphone and screen sharing for the court and, by name, for the video server. */
export function permissionsPolicy(video: string): string {
  const both = `(self "${video}")`;
  return [`camera=${both}`, `microphone=${both}`, `display-capture=${both}`, `autoplay=${both}`, 'geolocation=()', 'payment=()', 'usb=()'].join(', ');
}
