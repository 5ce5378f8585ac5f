/** Registers `<cidadania-links>`; importing it twice, or in two versions, is harmless. */
import '../elements/cidadania-links/define.ts';

export { CidadaniaLinks } from '../elements/cidadania-links/cidadania-links.ts';
