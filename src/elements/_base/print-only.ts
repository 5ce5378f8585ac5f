const MARK = 'data-atrio-imprimir';

/**
 * Prints one element of the page and nothing else of it. The rule lives in a constructed sheet, which a strict content policy lets
 * through; a browser without them, or an element inside of another's shadow root, prints the whole page.
 */
export function printOnly(element: HTMLElement): void {
  const page = element.ownerDocument;
  const undo = (): void => {
    element.removeAttribute(MARK);
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  let sheet: CSSStyleSheet | undefined;
  if (element.getRootNode() === page) {
    try {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(`@media print{body *:not(:has([${MARK}]),[${MARK}],[${MARK}] *){display:none!important}}`);
      page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
      element.setAttribute(MARK, '');
      globalThis.addEventListener('afterprint', undo, { once: true });
    } catch {
      undo();
    }
  }
  globalThis.print();
}
