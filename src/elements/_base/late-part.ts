/**
 * A part of an element that few people need: asked for at the first call, and again by who calls after it did not come, or when the network is back.
 * @param host is drawn again when the part is here
 * @returns the part, once it is here
 */
export function latePart<T>(host: { requestUpdate(): void }, load: () => Promise<T>): () => T | undefined {
  let part: T | undefined;
  let loading = false;
  return () => {
    if (part || loading) return part;
    loading = true;
    load().then(
      (loaded) => {
        part = loaded;
        host.requestUpdate();
      },
      () => {
        loading = false;
        addEventListener('online', () => host.requestUpdate(), { once: true });
      },
    );
    return undefined;
  };
}
