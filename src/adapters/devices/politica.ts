/** Not in the types of the DOM: Chromium's way to ask for the policy of the page. */
interface ComPolitica {
  permissionsPolicy?: { allowsFeature(feature: string, origin?: string): boolean };
  featurePolicy?: { allowsFeature(feature: string, origin?: string): boolean };
}

/**
 * Whether the page may use a device, or hand it over to a frame of an origin (Permissions-Policy); null where the browser does not say.
 * @param origin of the frame; the page itself without it
 */
export function permitido(page: Document, feature: 'camera' | 'microphone', origin?: string): boolean | null {
  const { permissionsPolicy, featurePolicy } = page as ComPolitica;
  const policy = permissionsPolicy ?? featurePolicy;
  return policy ? (origin ? policy.allowsFeature(feature, origin) : policy.allowsFeature(feature)) : null;
}

let told = false;

/**
 * Tells whoever takes care of the site, once, which header to change; the person who is on the page is told in place.
 * @param origin of the video server, when it is known
 */
export function explicarPolitica(origin = 'https://video.tribunal.jus.br'): void {
  if (told) return;
  told = true;
  console.error(
    `[Átrio] O site não libera a câmera e o microfone para esta página. Mude o cabeçalho para: Permissions-Policy: camera=(self "${origin}"), microphone=(self "${origin}"). ` +
      'Se a página está dentro de um quadro, escreva nele: <iframe allow="camera; microphone">. Veja docs/csp.md.',
  );
}

/** Whether the page cannot hand camera and microphone over to a room of the origin; whoever takes care of the site is then told. */
export function salaSemPolitica(page: Document, origin: string): boolean {
  const denied = permitido(page, 'camera', origin) === false || permitido(page, 'microphone', origin) === false;
  if (denied) explicarPolitica(origin);
  return denied;
}
