/** The sentences that use such a word and claim nothing, by the reason for which they may. A sentence that changes has to be looked at again. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'says that it is not claimed': [
    'Self-reflection, not appraisal evidence.',
    'Saved in your journal, on this machine. Self-reflection, not appraisal evidence.',
    'Real incidents, drills and shadowing stand here by quarter, each apart. More of them is not better.',
    'The side bar says what comes next, what became of your plan, and how your acts went, incident by incident. With fewer than six occasions it compares nothing. There is no total, no level and no ranking.\n[Show Growth](command:leadDebrief.showGrowth)',
    'Every export says that it is self-reflection, not appraisal evidence.',
    'It is self-reflection, not appraisal evidence: no score, no level, no ranking.',
    'It is self-reflection, not appraisal evidence.',
    'There is no total and no level.',
    "It tells nothing more: a handful of incidents can't carry a score, a level or a trend, so there is none.",
    'More incidents are not said to be better.',
    'Nobody is ranked; commits, lines and messages are not counted.',
    'That you improved because of this tool; how skilled you are; how you compare with others; that more incidents are better; a cause from one incident.',
    'There is no total, mean, percentage of improvement, slope, level, badge or streak.',
    'So everything here is about what you did in real events, never about courses, certificates, traits or levels.',
    'Never an appraisal.',
    'Nothing to show to an appraiser.',
    'No trend is ever named.',
    'That you improved because of it.',
    'That a rating measures skill, or that one person can be compared with another by it.',
    'That commits, lines or messages are what somebody contributed.',
    'That more crises are better.',
  ],
  'an act of the table of behaviours, or where it comes from': [
    'Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.',
    'I set leader, scribe and communicator, and passed the lead cleanly when someone was better placed.',
    'Rotated or released people, watched tempers and fatigue, kept my voice level.',
    'A concern was cut off or mocked, or I reacted with blame.',
    'See and credit contributions',
    'T3 See and credit contributions',
    'I named each responder’s contribution to their face.',
    'Grounded in: CRM distribute; PagerDuty hero anti-pattern; article: assemble talent.',
    'Grounded in: psychological safety; strong-objection poll; blame-aware docs.',
    'Grounded in: GROW; Whitmore awareness/responsibility; Snowflake mentorship milestone 2; Etsy questions.',
    'ANTS: the anaesthetists’ non-technical skills.',
    'El-Shafy 2017: a study of closed-loop communication in trauma rooms.',
  ],
  'what a study found': [
    'After a failure, any look back works.',
    'After a success, looking at what went wrong works best.',
    'More than a third of feedback makes things worse, more often where it is about the person.',
    'Practice that is spread out is better kept than practice in one go: g = 0.74.',
    'Of the rules for run charts, the one that looks for trends is “virtually useless”; two others raise few false alarms.',
    'They also found the rule that looks for a trend "virtually useless", so it is not used.',
  ],
  'the rule for runs, in the words of those who made it': [
    'Shift: {0} in a row above the median.',
    'Shift: {0} in a row below the median.',
    'Shift: more dots in a row on one side of the median than round(log2 n + 3), where n is how many lie off the median.',
  ],
  'words of the lead that are underlined, with a question in their place': [
    'Underline words that judge the past by what is known today, like “I should have”, and offer a question in their place. Nothing is blocked and nothing is counted. It knows English only.',
    'Underline words that judge the past by what is known today, like “I should have”, and offer a question in their place.',
  ],
  'about something else than people': [
    'A repository of its own is better: in a repository of code, switching the branch switches the journal, and each worktree has another one.',
    'A repository of its own is better (leadDebrief.journal.location): in a repository of code, switching the branch switches the journal.',
    'When is a better time? It then waits for a quiet moment in your working hours.',
    '{0} more incidents before that.',
    'The sidebar: what waits, drafts and history as a tree, with a badge, delete and undo; the growth view with what is next, your plan and its ledger, and the behaviours under the rules for numbers.',
  ],
};

/** Each allowed sentence, and why. */
export const allowed: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(reasons).flatMap(([reason, sentences]) => sentences.map((sentence) => [sentence, reason])),
);
