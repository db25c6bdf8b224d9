import * as l10n from '@vscode/l10n';
import { isOpen, proposedTitle, type NotedMoment } from '../incident/life';
import { storedTime } from '../incident/times';
import { windowProblem } from '../incident/window';
import { claimKey, claimsOf, factsOf, type ClaimFacts } from '../identity/claimFacts';
import type { Link } from '../identity/assemble';
import { partClaim } from '../identity/partAndJoin';
import { reconcile } from '../identity/reconcile';
import { incidentFrom, withClaims } from '../identity/recordClaims';
import type { Claim, Incident } from '../journal/schema';
import { noLink, type NoLink } from './linkFields';
import { LINK, type IncidentLink } from './readLink';

/** What following a link does to the journal, if the lead wants it. */
export type LinkEffect =
  | NoLink
  /** A new incident. */
  | { readonly ok: true; readonly act: 'add'; readonly record: Incident }
  /** `why`: the link is the first to name this incident, and this is what speaks for it. */
  | { readonly ok: true; readonly act: 'change'; readonly before: Incident; readonly after: Incident; readonly why?: Link }
  /** It is there, and says all that the link says, or what the lead corrected. */
  | { readonly ok: true; readonly act: 'none'; readonly record: Incident };

/** What the journal holds. */
export interface Held {
  readonly records: readonly Incident[];
  /** Those that the lead deleted. */
  readonly deleted: readonly Incident[];
}

/** What a link does. Never reopens what is over, brings back what was deleted, or overwrites what the lead corrected. */
export function linkEffect(link: IncidentLink, { records, deleted }: Held, moment: NotedMoment): LinkEffect {
  const claim = claimIn(link, moment);
  const isAbout = (record: Incident): boolean => isNamed(record, link) || claimsOf(record).some(({ key }) => key === claimKey(claim));
  const known = records.find(isAbout);
  if (known) return changeBy(known, link, claim, moment);
  if (deleted.some(isAbout)) return noLink(l10n.t('You deleted this incident. Recently Deleted… can bring it back.'));
  if (link.state === 'resolved' && (link.start === undefined || link.end === undefined)) return noLink(l10n.t('This incident is not in the journal, and the link does not say when it began and when it was over.'));
  const whole = wholeClaim(claim, moment);
  const key = claimKey(whole);
  const home = reconcile(records, [whole], Date.parse(moment.now)).changed.find(({ assembled }) => assembled.claims.some((each) => each.key === key));
  const record = records.find(({ id }) => id === home?.id);
  if (!record || record.cancelled !== undefined) return { ok: true, act: 'add', record: incidentFrom({ claims: [factsOf(whole)] }, moment.newId()) };
  const why = home?.assembled.links.find(({ a, b }) => a.key === key || b.key === key);
  const effect = changeBy(record, link, whole, moment);
  return why && effect.ok && effect.act === 'change' ? { ...effect, why } : effect;
}

/** The other way out where a link is taken for an incident that is there: it becomes one of its own, and the two stay two. */
export function separately(before: Incident, link: IncidentLink, moment: NotedMoment): readonly [kept: Incident, fresh: Incident] | undefined {
  const claim = wholeClaim(claimIn(link, moment), moment);
  const joined = withClaims(before, { claims: [...claimsOf(before), factsOf(claim)] });
  return partClaim(joined, claimKey(claim), moment);
}

/** What the link says, as a claim. What it does not say is absent. */
function claimIn({ source, id, title, start, end, severity, rawSeverity, services, url }: IncidentLink, { now, newId }: NotedMoment): Claim {
  const ref = id ?? url;
  return {
    id: newId(),
    source,
    ...(ref !== undefined && { ref }),
    seen: storedTime(Date.parse(now)),
    kind: 'declared',
    ...(title !== undefined && { title }),
    ...(start !== undefined && { start, precision: 'second' as const }),
    ...(end !== undefined && { end }),
    ...(severity && { severity }),
    ...(rawSeverity !== undefined && { rawSeverity }),
    ...(services.length > 0 && { services: [...services] }),
    ...(url !== undefined && { urls: [url] }),
  };
}

/** A claim that can be a record: one that is open and does not say since when began now. */
function wholeClaim(claim: Claim, { now, locale }: NotedMoment): Claim {
  const start = claim.start ?? storedTime(Date.parse(now));
  return { ...claim, start, precision: claim.precision ?? 'minute', title: claim.title ?? proposedTitle(start, locale) };
}

/** A link to a record itself, as *Copy Incident Link…* makes it. */
const isNamed = ({ id }: Incident, link: IncidentLink): boolean => link.source === LINK && link.id === id;

function changeBy(before: Incident, link: IncidentLink, claim: Claim, moment: NotedMoment): LinkEffect {
  if (before.cancelled !== undefined) return { ok: true, act: 'none', record: before };
  const facts = claimsOf(before);
  const old = facts.find(({ key }) => key === claimKey(claim));
  const isOwn = !old && isNamed(before, link);
  const said = isOwn ? before : withClaims(before, { claims: withClaim(facts, old, claim) });
  const after = link.state === 'resolved' && isOpen(said) ? closed(said, link, moment) : said;
  const problem = windowProblem(after.window.start, after.window.end ?? moment.now, Date.parse(moment.now));
  if (problem !== undefined && !isSame(before, after)) return noLink(l10n.t('The link does not fit what is in the journal. {0}', problem));
  return isSame(before, after) && (old || isOwn) ? { ok: true, act: 'none', record: before } : { ok: true, act: 'change', before, after };
}

/** A later version of a claim says more, never less: a tool that speaks of it as open does not take back that it was over. */
function withClaim(facts: readonly ClaimFacts[], old: ClaimFacts | undefined, claim: Claim): readonly ClaimFacts[] {
  if (!old) return [...facts, factsOf(claim)];
  return facts.map((each) => (each === old ? factsOf({ ...old.claim, ...claim, id: old.claim.id }) : each));
}

function closed(incident: Incident, { end, source }: IncidentLink, { now }: NotedMoment): Incident {
  return { ...incident, window: { ...incident.window, end: end ?? storedTime(Date.parse(now)), endFrom: source } };
}

/** The same for whoever looks at it: claims are not compared. */
function isSame(a: Incident, b: Incident): boolean {
  const seen = ({ title, window: { start, end }, severity, rawSeverity, services }: Incident): string => JSON.stringify([title, start, end, severity, rawSeverity, services]);
  return seen(a) === seen(b);
}
