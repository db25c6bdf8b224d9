import type { Block, Blocks } from './blocks';
import type { TimeContext } from './context';
import { findDay } from './days';
import { isStatusPage } from './statusPage';
import { nameOf } from './title';

/**
 * By what a document is called an incident's. Of 585 incident documents of 77 organisations all but 3 are called so by one of these; of 51,585 other
 * documents 674 are, most of them templates and guides. So what nothing calls an incident's is hardly ever taken for one.
 */
export interface Calling {
  /** It lies in a folder of post-mortems, incidents or outages. */
  readonly folder: boolean;
  readonly name: boolean;
  readonly title: boolean;
  /** Its title says what kind of document it is: "Incident report". */
  readonly report: boolean;
  /** Its title says what stopped, and it is dated: "2023-02-13 Zammad down". */
  readonly down: boolean;
  readonly page: boolean;
  /** Its front matter says so: "type: incident". */
  readonly kind: boolean;
  /** It has a part that is called "Incident summary". */
  readonly summary: boolean;
  /** Its file's name or its folders are a day. */
  readonly dated: boolean;
  /** It lies in a folder of incidents, and its name is a day and nothing else: a record of that day. */
  readonly bareDay: boolean;
  readonly titleDated: boolean;
}

/** A folder of documents about incidents, whatever is added to its name: "incident_retros", "prod-outages", "post-mortems-upgrades". */
const FOLDER = /(?<![a-z])(?:post[-_ ]?mortems?|incidents?|outages?|rcas?|störungen|vorfälle|incident[ei]s?|incidencias|pannes)(?![a-z])/;
/** A folder that is about how incidents are dealt with, or of a program that does. */
const ABOUT_FOLDER = /(?:incident|outage|post[-_ ]?mortem|rca)s?[-_ ](?:respon\w{2,4}|manag\w{3,6}|handling|process|templates?|playbooks?|runbooks?|guide\w{0,5}|training|track\w{2,3}|command\w{0,3}|detect\w{2,4}|platform|system|service|api|app|agents?|bot|assistant|copilot|generator|analy[sz]\w{2,4}|simulat\w{2,4}|drills?|lab|demo|skills?|tool\w{0,4}|docs?)(?![a-z])/;
/** Numbers that incidents and their reports have: "PM2020-001", "INC-42". */
const NUMBERED = /(?:^|[-_ ])(?:pm|inc|rca|ir)[-_ ]?(?:20\d\d[-_]?)?\d{2,4}(?=$|[-_. ])|(?:^|[-_ ])(?:sev|inc)[-_]?\d/;
const NAME = /post[-_ ]?mortem|incident|outage|\brca\b|root[-_ ]?cause|(?<!zero[-_ ]?)downtime(?![-_ ]detector)|stoerung|störung|ausfall|vorfall|incidencia|障害|故障|事故|장애/;
const TITLE = /\b(?:post[- ]?mortem|incident|outage|(?<!zero[- ])downtime|disruption|degradation|rca|root cause|störung|ausfall|vorfall|incidencia|incidente|panne)|障害|故障|事故|장애|инцидент|інцидент/iu;
/** A title that names the kind of document; not of one about how such are written. */
const REPORT_TITLE = /^\W{0,6}(?:incident report|incident review|incident disclosure|incident post-?mortem|post-?\s?mortem|outage report|root cause analysis)\b|\b(?:post-?\s?mortem|incident report|incident review)\W{0,4}$/i;
const ABOUT_REPORTS = /\b(?:how|why|writing|write|guide|templates?|tips|best|example|process|culture|blameless|what is|using|running)\b/i;
/** What stopped, in the title of a report that is called after it. */
const DOWN = /\b(?:(?:is|are|was|were|went|going)? ?(?<!\b(?:step|stepping|wind|winding|cool|cooling|scale|scaling|shut|shutting|count|break|drill|slow|slowing|tear|narrow)[ -])down|unreachable|unavailable|not (?:running|working|responding|reachable|starting)|crash(?:ed|es)?|expired (?:ssl |tls )?certificates?|certificates? expir\w{2,4}|halt(?:ed)?|(?:disk|dataset|volume|storage|partition)\b.{0,20}\bfull|(?:ip|data|network|connectivity) (?:lost|loss)|ddos|hacked|breached|compromised|defaced|drained)\b/i;
const INCIDENT_SUMMARY = /^\W{0,4}(?:\d{1,2}[.)]\s)?(?:issue|incident|outage) (?:summary|overview|description|details)\b/i;

/** Whether the name of a folder, in small letters, says that it holds incidents. */
export const isIncidentFolder = (name: string): boolean => FOLDER.test(name) && !ABOUT_FOLDER.test(name);

const isNamed = (lower: string): boolean => NAME.test(lower) || NUMBERED.test(lower);

/** Whether a folder is called after what it holds, as repositories of post-mortems alone are. */
export const holdsIncidents = (folder: string): boolean => isIncidentFolder(folder.toLowerCase());

/** Whether the words themselves say incident, not only post-mortem: projects and releases have post-mortems too. */
export const saysIncident = (text: string): boolean => /incident|outage|downtime|disruption|degradation|störung|ausfall|vorfall|incidencia|panne|障害|故障|事故|장애|инцидент|інцидент/i.test(text);

/** Whether anything calls it so. */
export const isCalled = ({ folder, name, title, report, down, page, kind, summary }: Calling): boolean => folder || name || title || report || down || page || kind || summary;

export function callingOf(path: string, title: string, { blocks, frontMatter }: { readonly blocks: readonly Block[]; readonly frontMatter: Blocks['frontMatter'] }, context: TimeContext): Calling {
  const lower = path.toLowerCase();
  const name = nameOf(path);
  const dated = findDay(name, context) !== undefined || /\/20\d\d\/\d\d\/\d\d[-_.]/.test(lower);
  const titleDated = findDay(title, context) !== undefined;
  const folder = lower.split('/').slice(0, -1).some(isIncidentFolder);
  return {
    folder,
    name: isNamed(name.toLowerCase()),
    title: TITLE.test(title),
    report: REPORT_TITLE.test(title) && !ABOUT_REPORTS.test(title),
    down: DOWN.test(title) && (dated || titleDated),
    page: isStatusPage(frontMatter),
    kind: frontMatter.some(({ key, value }) => /^(?:type|kind|category|doc ?type)$/i.test(key) && /^(?:incident|outage|post-?mortem|rca)s?\b(?! ?(?:response|management|template|process))/i.test(value)),
    summary: blocks.some((block) => block.kind === 'heading' && INCIDENT_SUMMARY.test(block.text)),
    dated,
    bareDay: folder && dated && /^[\d-._ ]{6,12}(?:\.txt)?$/.test(name),
    titleDated,
  };
}
