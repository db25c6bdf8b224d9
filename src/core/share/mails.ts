/** What looks like a mail address, wide rather than narrow: of one that is taken for another, nothing is lost but a few letters. */
const MAIL = /[^\s<>()"',;:@|]+@[^\s<>()"',;:@|.]+\.[^\s<>()"',;:@|]*[\p{L}\p{N}]/gu;
/** "Jane Roe <" in front of an address, as commits have it. */
const NAMED = /(\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}'’.-]*){0,3})[ \t]*<$/u;

/** One mail address in a text, with what is between it and the one before. */
export interface MailPlace {
  readonly before: string;
  /** As it stands there. */
  readonly mail: string;
}

/** A text cut at its mail addresses. */
export function cutAtMails(text: string): { readonly places: readonly MailPlace[]; readonly rest: string } {
  const places: MailPlace[] = [];
  let from = 0;
  for (const { index, 0: mail } of text.matchAll(MAIL)) {
    places.push({ before: text.slice(from, index), mail });
    from = index + mail.length;
  }
  return { places, rest: text.slice(from) };
}

/** Names that stand before a mail address in a text: "Jane Roe <jane.roe@example.com>". */
export function namedMails(text: string): readonly { readonly name: string; readonly mail: string }[] {
  if (!text.includes('@') || !text.includes('<')) return [];
  return cutAtMails(text).places.flatMap(({ before, mail }) => {
    const name = NAMED.exec(before)?.[1];
    return name === undefined ? [] : [{ name, mail }];
  });
}
