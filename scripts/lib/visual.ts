/** The folder with the pictures of a story: its id in plain ASCII, which every file system and archive keeps the same. */
export const pasta = (id: string): string => id.normalize('NFD').replace(/[^\w-]/g, '');
