const inUse = new Set<string>();

/** A name that nothing else of this page is using: two forms, or two trackers, of one page never write over each other. */
export function claimName(name: string): string {
  let free = name;
  for (let n = 2; inUse.has(free); n++) free = `${name}:${n}`;
  inUse.add(free);
  return free;
}

/** Gives a name back. */
export const releaseName = (name: string): boolean => inUse.delete(name);
