/** What went wrong, in the words of a title; but not in the name of a host, a path or a service: "issues.example.org", "site-issues". */
const FAILURE =
  /(?<![\w./])(?:fail(?:s|ed|ing|ures?)?|outage|down|unavailab\w{2,6}|unreachable|not (?:work|respond|start|serv|creat|return)\w{1,3}|crash(?:e[sd]|ing)?|crash-?loops?|broken?|breakage|stuck|blocked|leak(?:s|ed)?|errors?|50[0-9]|compromis\w{1,4}|corrupt\w{0,4}|stall(?:s|ed)?|halt(?:s|ed)?|hack(?:ed)?|attack|abuse|exploit|fraud\w{0,5}|phish\w{0,3}|breach|vulnerab\w{4,7}|deleted|deletion|expired|exhaust\w{2,4}|unhealthy|unstable|degrad\w{2,5}|disrupt\w{2,5}|interrupt\w{2,5}|intermittent|slow(?:ness)?|delay(?:s|ed)?|loss|lost|swamps?|flood|out of (?:memory|disk)|oom(?:-?kill\w{0,3})?|stale|missing|unable|(?<!-)(?:issues?|problems?)|incident|emergency)(?!\w|-\w|\.\w)/i;

/** Whether a title says that something failed. */
export const saysFailure = (title: string): boolean => FAILURE.test(title);
