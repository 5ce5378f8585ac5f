/** The words of instants and zones are shared with the directory. */
export * from '../../i18n/pt-br/quando.ts';
