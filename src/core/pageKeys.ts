/** Keys that the editor catches for a page. Apart from the protocol: pages need no schemas. */
export const PAGE_KEYS = ['next', 'back', 'edit', 'read'] as const;
export type PageKey = (typeof PAGE_KEYS)[number];
