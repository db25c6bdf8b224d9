import * as l10n from '@vscode/l10n';

/** All that a link may say, each at most once, but `service`. */
export const LINK_KEYS = ['v', 'source', 'state', 'id', 'title', 'start', 'end', 'sev', 'service', 'url'] as const;
export type LinkKey = (typeof LINK_KEYS)[number];

/** What a link says, by key: decoded, with nothing in it that cannot be shown as it is. */
export type LinkFields = { readonly [K in Exclude<LinkKey, 'service'>]?: string } & { readonly service: readonly string[] };

/** A link that is not followed, and why, in one sentence. */
export interface NoLink {
  readonly ok: false;
  readonly reason: string;
}

export const noLink = (reason: string): NoLink => ({ ok: false, reason });

/** The longest link, in bytes of UTF-8. */
export const LONGEST_LINK = 2_048;
const MOST_SERVICES = 10;
const KEY_LIKE = /^([A-Za-z][\w.-]{0,39})=/;
/** What has no look of its own, turns the direction of what stands beside it, or breaks a line. The joiners that scripts and emoji need stay. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
/** What templates write where there is nothing. */
const NOTHING = /^(?:<no value>|null|undefined)$/;
const ENCODED = /(?:%[0-9a-f]{2})+/gi;
/** A placeholder that the tool has not filled in: {{title}}, ${title}, <title>. */
const PLACEHOLDER = /\{\{|\}\}|\$\{|^<[\w .-]*>$|^\{[\w .-]*\}$/;

/**
 * Takes a link apart. The editor hands over its text decoded once, so a value may hold signs that part values: "R&D" stays whole, since
 * what follows its sign is no key. Only what was encoded twice is still encoded, and is decoded here.
 * @param query what stands behind the question mark
 */
export function linkFields(query: string): { readonly ok: true; readonly fields: LinkFields } | NoLink {
  if (bytesOf(query) > LONGEST_LINK) return noLink(l10n.t('The link is longer than {0} signs.', LONGEST_LINK));
  const fields: Partial<Record<LinkKey, string>> = {};
  const service: string[] = [];
  for (const [key, raw] of partsOf(query)) {
    const known = LINK_KEYS.find((each) => each === key);
    if (!known) return noLink(key === '' ? l10n.t('The link does not say what it is about.') : l10n.t('The link says “{0}”, which no link may say.', shown(key)));
    const whole = decoded(raw, known);
    const value = NOTHING.test(whole) ? '' : whole.trim();
    if (UNSEEN.test(whole)) return noLink(l10n.t('In “{0}” the link has signs that cannot be seen.', known));
    if (PLACEHOLDER.test(value)) return noLink(l10n.t('The link has a placeholder that was not filled in: {0}', value.slice(0, 60)));
    if (known === 'service') service.push(...(value === '' ? [] : [value]));
    else if (Object.hasOwn(fields, known)) return noLink(l10n.t('The link says “{0}” twice.', known));
    else fields[known] = value;
  }
  if (service.length > MOST_SERVICES) return noLink(l10n.t('The link names more than {0} services.', MOST_SERVICES));
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { ok: true, fields: { ...said, service: [...new Set(service)] } };
}

/** Keys and values as they stand. A part without a key belongs to the value before it; in an address, one with a key of its own does, too. */
function partsOf(query: string): readonly (readonly [key: string, raw: string])[] {
  const parts: [string, string][] = [];
  for (const part of query.split('&')) {
    const key = KEY_LIKE.exec(part)?.[1];
    const last = parts.at(-1);
    const isOurs = LINK_KEYS.some((each) => each === key);
    if (last && !isOurs && (key === undefined || last[0] === 'url')) last[1] += `&${part}`;
    else if (key !== undefined) parts.push([key, part.slice(key.length + 1)]);
    else if (part !== '') parts.push(['', part]);
  }
  return parts;
}

function decoded(raw: string, key: LinkKey): string {
  // Forms write a blank as a plus. In times and addresses a plus is one.
  const spaced = (key === 'title' || key === 'service' || key === 'sev') && !raw.includes(' ') ? raw.replaceAll('+', ' ') : raw;
  if (key === 'url') return spaced;
  return spaced.replace(ENCODED, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs; // "100%" and two digits, which was never encoded
    }
  });
}

/** As much of a wrong key as tells which. It is made of letters, digits and few signs. */
const shown = (key: string): string => key.slice(0, 40);

function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (bytes > LONGEST_LINK) return bytes;
  }
  return bytes;
}
