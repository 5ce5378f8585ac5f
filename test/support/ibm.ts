/** IBM's accessibility-checker: the second engine of rules, besides axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const engine = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/**
 * What the engine asks a person to look at (`potentialviolation`, `manual`) and was looked at: rule and reason, and why it is no
 * defect here. Whatever it calls a violation outright fails, and so does a question that is not on this list. Recommendations,
 * which are no part of WCAG, are not asked for.
 */
export const ACEITAS: Readonly<Record<string, string>> = {
  'text_block_heading potential_heading':
    'Short text in bold is taken for a heading: names of notices, of dates and of events in a list, which are labels of what follows and would break the outline as headings.',
  'input_label_visible potential_no_label':
    'The label is visible and tied by `for`; the engine does not find labels of a select or textarea in a shadow root. Names themselves are checked (input_label_exists), by axe too.',
  'aria_keyboard_handler_exists potential_no_keyboard_access': 'A radiogroup of native radio buttons: the browser moves with the arrow keys.',
  'widget_tabbable_single potential_multiple_tabbable': 'A radiogroup of native radio buttons: the browser makes one stop of it.',
  'input_checkboxes_grouped potential_lonecheckbox': 'Boxes that stand alone: a declaration, an acceptance, a wish. Those that belong together are in a fieldset.',
  'input_checkboxes_grouped potential_unnamedcheckbox': 'Switches of the desk that are never sent: they need no name, and each stands alone.',
  'aria_descendant_valid potential_child_implicit_role': 'Words in bold inside a button: the emphasis is for the eye, the name says all.',
  'form_submit_button_exists Potential_1': 'A search that shows its results as it is typed, and a form whose answer is on its way: there is nothing to send.',
  'text_contrast_sufficient potential_graphic_background': 'A select with an arrow drawn by two gradients in a corner, away from the text; axe measures the text.',
  'widget_tabbable_exists fail_no_tabbable': 'A control of a form that is being sent: disabled by its fieldset until the answer comes, with a status that says so.',
  'caption_track_exists Potential_1': 'The camera of the person, live: there is no speech to caption.',
  'style_color_misuse Potential_1': 'Asked of any style sheet of a page. That links and states do not depend on colour is checked by axe (link-in-text-block) and, with colours forced, by `forced`.',
  'style_viewport_resizable Potential_1': 'Sizes of headings are `clamp()` between two rem, so they follow the text that the person enlarges.',
  'element_tabbable_visible potential_visible': 'The link that skips to the content, shown as soon as it has the focus.',
  'style_focus_visible potential_focus_not_visible': 'Asked of any element whose outline is styled; `focus` checks that each is marked.',
  'text_quoted_correctly Potential_1': 'A value of CSS with quotation marks of its own, in the editor of themes: nobody is quoted.',
  'media_keyboard_controllable Manual_1': 'The camera of the person, live: there is nothing to play or stop but the button beside it.',
};

interface Issue {
  ruleId: string;
  reasonId: string;
  value: [string, string];
  message: string;
  snippet: string;
}
interface Report {
  numExecuted: number;
  results: Issue[];
}
type WithEngine = Window & { ace?: { Checker: new () => { check(root: Node, policies: string[]): Promise<Report> } } };

export interface Achados {
  /** Rules that ran: none means that nothing was looked at. */
  executadas: number;
  /** In words, each with rule and reason in front. */
  violacoes: string[];
}

/** Runs the rules of WCAG 2.2 A and AA on what is below a selector, shadow roots included. */
export async function ibm(page: Page, root?: string): Promise<Achados> {
  // The engine declares itself with `var`, which evaluate keeps in a scope of its own.
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(`${engine};window.ace = ace;`);
  const { executadas, issues } = await page.evaluate(async (selector) => {
    // Text for screen readers alone is cut away with clip-path, which the engine takes for hidden from them too.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { clip-path: none !important; }');
    const trees: (Document | ShadowRoot)[] = [document];
    for (const tree of trees) {
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
    }
    const { ace } = window as WithEngine;
    const report = await new ace!.Checker().check(selector ? document.querySelector(selector)! : document, ['WCAG_2_2']);
    for (const tree of trees) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((one) => one !== sheet);
    return {
      executadas: report.numExecuted,
      issues: report.results
        .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome !== 'PASS')
        .map(({ ruleId, reasonId, value, message, snippet }) => ({ ruleId, reasonId, value, message, snippet })),
    };
  }, root);
  return {
    executadas,
    violacoes: issues
      .filter(({ ruleId, reasonId, value }) => value[1] === 'FAIL' || !(`${ruleId} ${reasonId}` in ACEITAS))
      .map(({ ruleId, reasonId, message, snippet }) => `${ruleId} ${reasonId}: ${message} ${snippet.slice(0, 200)}`),
  };
}
