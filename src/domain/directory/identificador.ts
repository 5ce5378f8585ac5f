/** Without accents, in lower case; `1ª` reads `1a`. */
export const dobrar = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The identifier that a name makes: what is neither letter nor digit becomes one hyphen. */
export const identificador = (nome: string): string =>
  dobrar(nome)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The same without hyphens, as in addresses of e-mail. */
export const emUmaPalavra = (nome: string): string => identificador(nome).replaceAll('-', '');

/** Stands for the comarca in names and addresses of e-mail. */
export const COMARCA = '{comarca}';

/** The end of a telephone whose beginning is as in the row above. */
export const FINAL = /^\d{4}$/;
