/** Limits shared by the form, the schemas and the backend, so that a citizen is told the same number everywhere. */

/** Zone of a court file that names none. */
export const DEFAULT_TIMEZONE = 'America/Sao_Paulo';

/** Longest text of a manifestation or request, in characters. */
export const MAX_RELATO = 10_000;

/** Shortest text that can be treated, in characters. */
export const MIN_RELATO = 20;

/** Longest single-line field, in characters. */
export const MAX_LINHA = 200;

/** Largest JSON body the backend takes, in bytes. Attachments travel apart. */
export const MAX_BODY_BYTES = 128 * 1024;

/** Fewest characters of a room name: 22 base64url characters carry 128 random bits. */
export const MIN_ROOM_NAME = 22;

/** How long the kit waits for the video to come up before it offers the other channels, in milliseconds. */
export const VIDEO_TIMEOUT_MS = 25_000;

/** Life of the token that a consultation gives, in seconds. */
export const TOKEN_CASO_SEGUNDOS = 15 * 60;

/** Largest attachment, in bytes. */
export const MAX_ANEXO_BYTES = 30 * 1024 * 1024;

/** Largest file of a recording, in bytes: a day of hearing in high definition. */
export const MAX_GRAVACAO_BYTES = 32 * 1024 ** 3;

/** Most attachments of one submission or one message. */
export const MAX_ANEXOS = 10;

/** Longest encrypted text, in characters of its armored form. */
export const MAX_CIFRADO = 64 * 1024;

/** Fewest cases that a published figure may stand for: below it the figure is left out (Lei 13.709/2018, art. 12). */
export const MIN_PUBLICADO = 5;
