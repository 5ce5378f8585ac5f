import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the provider remembers, in the memory of this run: codes, sessions and grants of a demonstration. */
export function memoria(): (model: string) => Adapter {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>();
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found && found.until > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  return (model) => {
    const name = (id: string): string => `${model} ${id}`;
    const where = (test: (payload: AdapterPayload) => boolean): string[] => [...kept].flatMap(([key, { payload }]) => (key.startsWith(`${model} `) && test(payload) ? [key] : []));
    return {
      async upsert(id, payload, expiresIn) {
        for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
        kept.set(name(id), { payload, until: Date.now() + expiresIn * 1000 });
      },
      find: async (id) => read(name(id)),
      findByUid: async (uid) => where((payload) => payload.uid === uid).map(read)[0],
      findByUserCode: async (code) => where((payload) => payload.userCode === code).map(read)[0],
      async consume(id) {
        const payload = read(name(id));
        if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(name(id));
      },
      async revokeByGrantId(grantId) {
        for (const key of where((payload) => payload.grantId === grantId)) kept.delete(key);
      },
    };
  };
}
