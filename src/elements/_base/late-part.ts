/** A part of an element that few people need. One that did not come is asked for again when the network is back, or by `again()`. */
export class LatePart<T> {
  /** It was asked for, and did not come. */
  failed = false;
  /** The part, once it is here. */
  here: T | undefined;
  #loading = false;
  readonly #host: { requestUpdate(): void };
  readonly #load: () => Promise<T>;

  /** @param host is drawn again when the part is here, or did not come */
  constructor(host: { requestUpdate(): void }, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** The same; asks for it at the first call. */
  get(): T | undefined {
    if (!this.here && !this.#loading && !this.failed) {
      this.#loading = true;
      this.#load()
        .then(
          (part) => (this.here = part),
          () => {
            this.failed = true;
            addEventListener('online', this.again, { once: true });
          },
        )
        .finally(() => {
          this.#loading = false;
          this.#host.requestUpdate();
        });
    }
    return this.here;
  }

  readonly again = (): void => {
    this.failed = false;
    this.#host.requestUpdate();
  };
}
