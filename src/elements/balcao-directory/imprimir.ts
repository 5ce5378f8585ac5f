/** Of its own, so that who brings the printing with something else needs no more than its code. */
export { printOnly } from '../_base/print-only.ts';
