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

/** Whether the page cannot hand camera and microphone over to the room in this frame; whoever takes care of the site is then told. */
export function salaSemPolitica(frame: HTMLIFrameElement, origin: string): boolean {
  const denied = permitido(frame, 'camera') === false || permitido(frame, 'microphone') === false;
  if (denied) explicarPolitica(origin);
  return denied;
}
