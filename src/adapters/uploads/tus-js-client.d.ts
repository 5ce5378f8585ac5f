/** The part of tus-js-client that speaks tus 1.0, without its storage, its fingerprints and its ES5. */
declare module 'tus-js-client/lib/upload.js' {
  import type { TusOptions } from './tus-types.ts';

  export default class BaseUpload {
    static defaultOptions: object;
    url: string | null;
    options: TusOptions;
    constructor(file: Blob, options: object);
    start(): void;
    abort(terminate?: boolean): Promise<void>;
  }
}
