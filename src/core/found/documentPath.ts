/** The path of a document in its folder, from what it is called in claims. */
export const pathInFolder = (ref: string): string => ref.slice(ref.indexOf('/') + 1);
