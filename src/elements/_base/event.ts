/**
 * Base of every event of the kit: it bubbles and crosses shadow roots. A cancelable one comes before the thing happens.
 * Each event is a class of its own beside its element, so that a listener can import its type.
 */
export abstract class AtrioEvent<D> extends Event {
  readonly detail: D;
  constructor(type: string, detail: D, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}
