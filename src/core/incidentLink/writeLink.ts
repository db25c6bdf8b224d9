import { severityOf } from '../incident/rawSeverity';
import type { Incident } from '../journal/schema';
import { LONGEST_LINK, type LinkKey } from './linkFields';
import { LINK, OWN_SOURCES } from './readLink';

/** The signs that part values, or are one of them. The editor takes one encoding off before we see a link, so they need two. */
const TWICE = /[%&+]/g;

const pair = (key: LinkKey, value: string): string => `${key}=${encodeURIComponent(key === 'url' ? value : value.replace(TWICE, encodeURIComponent))}`;

/** A link to a record, with its facts and nothing that the lead wrote about it. What does not fit is left out, the address first. @param base like vscode://publisher.name/incident */
export function incidentLinkTo({ id, title, window, severity, rawSeverity, services = [], claims = [] }: Incident, base: string): string {
  const claim = claims.find(({ source, ref }) => !OWN_SOURCES.includes(source) && ref !== undefined);
  const [source, name] = claim?.ref === undefined ? [LINK, id] : [claim.source, claim.ref];
  const said = rawSeverity !== undefined && severityOf(rawSeverity) === severity ? rawSeverity : severity;
  const url = claims.flatMap(({ urls = [] }) => urls).find((each) => each.startsWith('https://'));
  const parts = [
    'v=1',
    ...(source === LINK ? [] : [pair('source', source)]),
    `state=${window.end === undefined ? 'open' : 'resolved'}`,
    pair('id', name), pair('title', title), pair('start', window.start),
    ...(window.end === undefined ? [] : [pair('end', window.end)]),
    ...(said === undefined ? [] : [pair('sev', said)]),
    ...services.slice(0, 10).map((service) => pair('service', service)),
    ...(url === undefined ? [] : [pair('url', url)]),
  ];
  while (parts.length > 6 && parts.join('&').length > LONGEST_LINK) parts.pop();
  return `${base}?${parts.join('&')}`;
}

