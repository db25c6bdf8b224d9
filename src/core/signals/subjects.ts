/* How subjects and bodies say what a commit is for. Each pattern was tuned on 697 commits of 38 repositories, read by hand. */

/** Accounts of programs, by the author's name. */
export const BOT =
  /\[bot\]|\b(?:renovate|dependabot|greenkeeper|pyup|snyk|weblate|transifex|jenkins|github-actions|semantic-release|mergify|codecov-bot|copilot-swe-agent)\b|-bot\b|^bot-/i;
/** A merge by a program brings what people wrote. */
export const MERGED_BY_PROGRAM = /merge|bors/i;

/** `Revert "…"`, as git and the hosting services write it. */
export const REVERT_QUOTING = /^\s*(?:\[[^\]]{1,20}\]\s*)?(?:[a-z]+(?:\([^)]*\))?!?:\s*)?revert(?:s|ed)?(?:\s*:)?\s*["“'«]/i;
export const REVERT_MERGE = /^Merge (?:pull request #\d+ from|branch ['"]?|remote-tracking branch ['"]?)\s*['"]?\S*\brevert-/i;
/** What a revert begins with, before its reason. */
export const REVERT_WORDS = /^\s*(?:\[[^\]]{1,20}\]\s*)?(?:[a-z]+(?:\([^)]*\))?!?:\s*)?re(?:vert(?:s|ed|ing)?|-?revert)\b/i;
export const ROLLBACK =
  /^\s*(?:\[[^\]]{1,20}\]\s*)?(?:[\w.-]+(?:\([^)]*\))?!?:\s*)?(?:emergency\s+)?roll(?:ing|ed|s)?[ -]?back\s+(?:to\b|the\b|prod\w*|deploy\w*|release|upgrade|version|v?\d|all\b|from\b|[\w-]+\s+(?:to|back|from)\b)/i;
export const ROLLBACK_REASON = /\b(?:issues?|problems?|errors?|regress\w*|outage|crash\w*)\b/i;
export const EMERGENCY =
  /\bemergency\s+(?:hot-?)?(?:fix|depool|revert|roll-?back|patch|change|hot-?fix|block|mitigation)\b(?!\s+(?:mode|script|doc|button|switch|procedure))|^\s*(?:\[?emergency\]?)\s*[:-]|\bfix (?:for )?(?:the )?(?:prod(?:uction)?|live) (?:outage|incident|breakage|crash)\b/i;
export const EMERGENCY_BODY = /^\s*emergency (?:change|fix|patch)\b/i;
export const HOTFIX = /\bhot[- ]?fix(?:es)?\b/i;

/** Routine: what was tried, drained, or switched on for a while. */
export const PLANNED =
  /\b(?:temp(?:orar(?:y|il+y))?|tmp|debug\w*|test(?:ing|s)?|try(?:ing)?|experiment\w*|depool\w*|repool\w*|pool|maintenance|reimag\w*|wip|draft|feature[- ]flag|for now|read-?only|failover|switch ?over|migrat\w+|silence|downtime|banner|campaign|notice)\b/i;
/** Undone because it is over. */
export const PLANNED_DONE =
  /\b(?:no longer needed|complete[d]?|finished|done|successful(?:ly)?|resolved|fixed now|is fixed|issue fixed|back (?:up|to normal)|over now|ready)\b/i;
export const NEVER_DEPLOYED = /\b(?:not|never|wasn['’]t|isn['’]t)\s+(?:actually |yet |been |fully ){0,2}(?:be )?deployed\b/i;
/** It broke where no user is. */
export const DEVELOPMENT_ONLY =
  /\b(?:tests?|specs?|CI|lint\w*|travis|appveyor|jenkins|github actions?|workflow|staging|preview|beta cluster|labs?|locally|development mode|flaky|compil\w+|merge conflict|catalog|canar(?:y|ies)|spare|mwdebug\w*|debug\w*|beta)\b/i;

/** Where incident documents are, and files there that are none. What a file says is judged besides. */
export const DOCUMENT_PATH =
  /(?:^|\/)(?:post-?_?mortems?|incident[-_ ]?(?:reports?|reviews?)|incidents|outages|rca|retros(?:pectives)?|pirs?)\/[^/]+(?:\/[^/]+)?\.(?:mdx?|markdown|rst|adoc|asciidoc|txt|org)$|(?:^|\/)[^/]*(?:post-?_?mortem|incident[-_]?report|\brca\b|outage)[^/]*\.(?:mdx?|markdown|rst|adoc|txt|org)$/i;
export const NO_DOCUMENT_PATH =
  /(?:\btoc\b|_toc|reporting\.(?:md|rst)|template|example|readme|index|process|playbook|runbook|guide|how-?to|ISSUE_TEMPLATE|_template|^docs\/sources\/|handling|user-guide|policy|checklist|severity)/i;
