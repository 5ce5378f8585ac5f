/**
 * The part of `zod/mini` that the schemas of the court file and of what a person sends are written in, for the browser: a citizen
 * who fills a form in does not download ten kilobytes of zod to be told that a field is empty. The kit's build puts it in the place of
 * `zod/mini`; servers, tests and `dist/contract.js` have zod itself, and a test holds the two to the same answers.
 *
 * Of an issue it keeps what the kit reads: `code`, `path`, `message`, and what says what was expected.
 */

export * from './zod-lean-core.ts';
export * from './zod-lean-more.ts';
