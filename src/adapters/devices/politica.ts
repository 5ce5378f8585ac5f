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
