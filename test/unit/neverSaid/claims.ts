/** What is never said, by the sentence of "Never claimed" (product.md) or the rule of words that forbids it. */
export interface NeverSaid {
  readonly never: string;
  /** The words, whole ones, in any case. */
  readonly words: RegExp;
  /** A sentence as somebody might write it. It has to be found, or the words are no longer any good. */
  readonly like: readonly string[];
}

/** Whole words only, in any case: "level" is no part of "levelled". */
const anyOf = (...words: readonly string[]): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'iu');

export const neverSaid: readonly NeverSaid[] = [
  {
    never: 'that the lead got better, by this tool or at all',
    words: anyOf('improv(?:e|es|ed|ing|ement|ements)', 'better', 'worse', 'upward', 'downward', 'trend(?:s|ing)?', 'got (?:much )?(?:stronger|weaker)', 'thanks to lead debrief', String.raw`helped you (?:to )?\w+`, 'on (?:the|your) way up'),
    like: ['You improved since May.', 'You are getting better at this.', 'Ratings are trending upwards.', 'Thanks to Lead Debrief you decide sooner.'],
  },
  {
    never: 'that a rating measures skill: no score, level, total or mean',
    words: anyOf('scor(?:e|es|ed|ing)', 'levels?', 'grades?', 'marks out of', String.raw`(?:\d+|\{\d\}|more|extra) points?`, 'skill(?:s|ed|ful)?', 'competen(?:t|ce|cies|cy)', 'talent(?:s|ed)?', 'on average', 'averages?', 'mean (?:of|rating|value)', 'total (?:of|rating)', 'maturity', 'strengths? and weakness(?:es)?', 'weakness(?:es)?'),
    like: ['Your score is 3.', '20 points', 'Level 4 reached.', 'A skilled lead.', 'On average you rated 3.4.', 'Your weaknesses'],
  },
  {
    never: 'a comparison between people',
    words: anyOf('rank(?:s|ed|ing|ings)?', 'percentiles?', 'leaderboards?', 'benchmark(?:s|ed)?', 'top (?:performer|contributor)s?', '(?:more|better|less|worse|faster|slower) than (?:others|other leads|most|your peers|the team)', 'compared? (?:with|to) (?:others|other leads|your peers)', 'best (?:lead|leader|person|engineer|responder)', 'most valuable'),
    like: ['You rank third.', 'In the 90th percentile.', 'Faster than other leads.', 'Top contributors', 'The best responder was Ana.'],
  },
  {
    never: 'readiness for promotion, or that this appraises anybody',
    words: anyOf('promot(?:e|ed|ion|ions)', 'ready for (?:the next|more)', 'career', 'apprais(?:e|es|ed|al|als|er)', 'performance(?: review)?', 'certif(?:y|ied|icates?|ication)', 'qualif(?:y|ied|ication)', 'seniority'),
    like: ['Ready for promotion.', 'A certificate of leadership.', 'Attach this to your performance review.'],
  },
  {
    never: 'that duration reflects leadership',
    words: anyOf('(?:too )?(?:slow|quick|fast) (?:lead|leader|leadership|response|recovery)', 'led (?:it )?(?:quickly|slowly|fast)', 'only took', 'took (?:you )?too long', 'responded (?:too )?(?:slowly|late)', 'beat your'),
    like: ['It only took 40 minutes.', 'It took too long.', 'A slow response.'],
  },
  {
    never: 'that commits, lines or messages are contribution',
    words: anyOf('contribut(?:ed|es|ion|ions|or|ors)', 'productiv(?:e|ity)', 'most (?:active|commits)', String.raw`commits (?:by|per) (?:person|\{\d\}|each)`, 'carried most', 'did most of', 'lines of code'),
    like: ['Ana contributed 14 commits.', 'Most active: Ben.', 'Commits per person', '{0} did most of the work.'],
  },
  {
    never: 'a cause from one incident',
    words: anyOf('root causes?', 'caus(?:e|es|ed|ing) (?:by|of|the|this|it)', '(?:was|is|were) caused', 'the cause', 'culprits?', 'responsible for the', 'broke (?:it|production)', 'to blame', 'whose fault'),
    like: ['The root cause is this commit.', 'It was caused by {0}.', 'Likely culprit', 'This landing broke production.'],
  },
  {
    never: 'anything clinical',
    words: anyOf('trauma(?:s|tic|tised|tized)?', 'therap(?:y|ies|ist|eutic)', 'burn-?(?:ed )?out', 'anxi(?:ety|ous)', 'depress(?:ed|ion)', 'stress(?:ed|ful)?', 'diagnos(?:e|ed|is|tic)', 'clinical(?:ly)?', 'symptoms? of', 'resilien(?:t|ce)', 'well-?being', 'heal(?:s|ed|ing)?', 'mental health'),
    like: ['Signs of burnout.', 'You seem stressed.', 'A diagnosis.', 'It builds resilience.'],
  },
  {
    never: 'that more crises are better',
    words: anyOf('streaks?', 'badges?', 'medals?', 'achiev(?:e|ed|ement|ements)', 'unlock(?:s|ed)?', 'milestones?', 'rewards?', 'keep (?:it|going) up', 'keep going', 'more incidents', 'more crises', 'in a row', 'champions?', 'hero(?:es)?', 'challenge yourself', 'behind your goal', 'goal (?:met|reached)'),
    like: ['A streak of 5.', 'You unlocked a badge.', 'Keep it up.', 'Seek more incidents.', 'Five in a row.', 'Goal reached.'],
  },
  {
    never: 'praise',
    words: anyOf('great', 'good (?:job|work)', 'well done', 'congratulations?', 'congrats', 'awesome', 'excellent', 'amazing', 'perfect(?:ly)?', 'impressive', 'fantastic', 'wonderful', 'nice(?:ly)?', 'bravo', 'proud', 'success(?:es|ful|fully)?', 'better leader', 'great leaders?', 'you rock'),
    like: ['Great job.', 'Well done.', 'Successfully saved.', 'A perfect week.', 'Become a better leader.'],
  },
  {
    never: 'blame, and what somebody should have done',
    words: anyOf('(?:should|ought to) have', '(?:you|they|he|she|we) could have', 'you (?:failed|forgot to|neglected|missed)', 'they (?:failed|forgot to|neglected|missed)', 'fail(?:ed|ure|ures)', '(?:your|their|his|her|own) mistakes?', '(?:your|their|his|her|at) faults?', 'blam(?:e|ed|ing)', 'guilt(?:y)?', 'careless(?:ly)?', 'poor(?:ly)?', 'bad(?:ly)? (?:led|lead|handled|decisions?|calls?|leader)', 'disappoint(?:ed|ing|ment)', 'overdue', 'late again', 'shame'),
    like: ['You should have asked.', 'You could have asked.', 'Badly led.', 'You failed to declare.', 'Your mistakes', 'A failed lead', 'Poor communication.', 'Two promises are overdue.'],
  },
];
