import { sentenceAt } from './sentence';

/** Production is said to have been harmed. */
const PRODUCTION: readonly RegExp[] = [
  /\bprod(?:uction)?\s+(?:is|was|has been|went|being)\s+(?:[\w-]+\s+){0,2}(?:broken|down|failing|crashing|on fire|unavailable|unusable)\b/i,
  /\b(?:is|was|are|were|been|being|currently|keeps?|started|starts?)\s+(?:[\w-]+\s+){0,2}(?:broken|down|failing|crashing|erroring|timing out|unavailable)\s+(?:[\w-]+\s+){0,2}(?:in|on)\s+prod(?:uction)?\b/i,
  /\b(?:broke|breaking|took down|crashing|crashed|killed|taking down|brought down|bringing down|slow(?:ed)? down)\s+(?:our |the )?(?:prod(?:uction)?|live site|whole site|entire site)\b(?!\s+(?:build|image|version|mode|config))/i,
  /\bcaus(?:ed|es|ing)\b[^.\n;]{0,60}\b(?:errors?|failures?|crash\w*|exceptions?|50\d\w?s?|5xx|timeouts?|fail\w*)\b[^.\n;]{0,30}\b(?:in|on)\s+prod(?:uction)?\b/i,
  /\b(?:after|when|once|only)\b[^.\n;]{0,30}\bdeploy(?:ed|ing|ment)\b[^.\n;]{0,60}\b(?:broke\w*|fail\w*|errors?|crash\w*|spik\w*|tripl\w*|doubl\w*|roof|slow\w*|down)\b/i,
  /\bgetting\s+(?:[\w-]+\s+)?(?:50\d\w?s?|5xx|errors?|timeouts?)\s+(?:in|on)\s+prod(?:uction)?\b/i,
  /\b(?:site|website|homepage|login|api|service|app)\s+(?:is|was|has been|went)\s+(?:currently\s+|completely\s+)?down\b/i,
];
const NOT_PRODUCTION =
  /\b(?:without|would|could|might|may|should|avoid\w*|prevent\w*|if|in case|unless|potential\w*|stag(?:e|ing)|preview|in tests?|local(?:ly)?|handle\w*|don['’]t|whether|ensure|so that|log level|mode)\b/i;
/** Harm that was seen in operation. Only read in the reason of a revert: quoted subjects and branch names say nothing. */
const OPERATION: readonly RegExp[] = [
  /\b(?:caus(?:ed|es|ing)|seeing|saw|seen|getting|had|observ\w+|producing|giving users|serving|results? in|resulted in|led to|noticed|trigger(?:ed|ing|s)|increas\w+|reports? of)\b[^.\n;]{0,60}\b(?:outages?|incidents?|downtime|5xx|50[0234]s?|error rates?|timeouts?|OOM\w*|out of memory|memory (?:usage|leak)s?|high load|overload\w*|latency|response times?|deadlocks?|fatals?|fatal errors?|crash(?:es|ing|ed)?|segfaults?|errors? in prod\w*|performance (?:issues?|problems?)|spikes?)\b/i,
  /\b(?:memory leaks?|deadlocks?|fatals?|error rates?|errors|latency|response times?|cpu(?: usage)?|load)\b[^.\n;]{0,30}\b(?:on prod\w*|in prod\w*|spiked|spiking|increased|went up|doubled|tripled|through the roof)\b/i,
  /\b(?:MW |HTTP )?(?:5xx|50[0234])s?\b[^.\n]{0,20}\b(?:alerts?|errors?|spike|on prod|in prod)\b|\b(?:serving|getting|returning|returns?|with) (?:HTTP )?(?:5xx|50[0234])s?\b/i,
  /\b(?:broke|breaks|breaking|broken|fail(?:s|ed|ing)?|doesn['’]t work|does not work|not working|didn['’]t work)\s+(?:[\w-]+\s+){0,4}(?:in|on)\s+prod(?:uction)?\b/i,
  /\b(?:broke|took down|killed|crashed)\s+(?:the\s+)?(?:site|prod(?:uction)?|login|search|checkout|uploads?|home ?page)\b/i,
  /\b(?:service|server|daemon|slapd|nginx|apache|icinga|gerrit|[\w-]+d|app|it)\s+(?:then\s+)?(?:fails?|failed|failing|refuses?|refused)\s+to\s+(?:start|boot|come up)\b/i,
  /\b(?:after|when|since)\s+(?:we\s+)?(?:deploy\w*|merging|restarting|rolling)\b[^.\n;]{0,80}\b(?:fail\w*|errors?|crash\w*|segfault\w*|spik\w*|tripl\w*|slow\w*|broke\w*|alert\w*|down)\b/i,
  /\b(?:instant|caus\w+|php|mysql)\s+fatals?\b|\bfatal (?:error|exception)s?\b[^.\n]{0,60}\b(?:on|in) (?:prod|canary|group ?\d|all wikis|\w+wiki)\b/i,
  /\bperformance (?:issues?|problems?|degradation)\b|\bDB connection pool\b[^.\n]{0,40}\bexhaust\w*\b|\bUBN\b|\bunbreak now\b/i,
  /\b(?:make|get)\s+(?:master|main)\s+deployable\b|\bso that (?:master|main) can be deployed\b|\bundeployable\b/i,
  /\busers?\s+(?:can(?:['’]t|not)|were unable|are unable|unable|couldn['’]t|reporting)\b/i,
];
const NOT_SEEN =
  /\b(?:not|never|wasn['’]t|isn['’]t|until|before|once|should(?:n['’]t)?|would|could|might|may|will|likely|if|possibly|potential\w*|would be bad|hunch|turned out not|no longer|in case|avoid\w*|prevent\w*)\b[^.\n]{0,60}$/i;

/** The words with which a text says that production was harmed. */
export function productionHarm(text: string): string | undefined {
  for (const pattern of PRODUCTION) {
    const match = pattern.exec(text);
    if (!match) continue;
    const from = Math.max(text.lastIndexOf('.', match.index), text.lastIndexOf('\n', match.index), match.index - 50) + 1;
    if (!NOT_PRODUCTION.test(text.slice(from, match.index + match[0].length))) return match[0];
  }
  return undefined;
}

/** The words with which the reason of a revert says what went wrong in operation. */
export function operationalHarm(reason: string): string | undefined {
  for (const pattern of OPERATION) {
    const match = pattern.exec(reason);
    if (match && !NOT_SEEN.test(sentenceAt(reason, match.index, 0).slice(-60))) return match[0];
  }
  return undefined;
}
