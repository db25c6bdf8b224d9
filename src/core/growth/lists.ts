/** The lists of the dashboard that can be long: short until the reader opens them. Each is called as its section. */
export const LISTS = ['notes', 'exposure', 'people'] as const;
export type ListId = (typeof LISTS)[number];
