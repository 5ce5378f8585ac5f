/** Not in the types of the DOM: Chromium's way to ask for the policy of the page. */
interface ComPolitica {
  permissionsPolicy?: { allowsFeature(feature: string): boolean };
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

/**
 * Whether a page may use a device, or a frame of it may (Permissions-Policy); null where the browser does not say. Of a frame the frame is asked, not the page about its
 * origin: without a header, the page says no to every other origin, and yet hands a device over to a frame whose `allow` names it.
 */
export function permitido(where: Document | HTMLIFrameElement, feature: 'camera' | 'microphone'): boolean | null {
  const { permissionsPolicy, featurePolicy } = where as ComPolitica;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature(feature) ?? null;
}
