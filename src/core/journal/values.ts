/** The format that this version writes. It rises only when the meaning of a field changes; a new optional field is no new format. */
export const FORMAT = 1;

/** The stored values of each choice, in the order in which screens show them. Their words are in `core/incident/words`. */
export const ROLES = ['commander', 'responder', 'communicator', 'standby'] as const;
export const KINDS = ['real', 'drill', 'shadow'] as const;
export const OUTCOMES = ['clean', 'rough'] as const;
export const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4'] as const;
export const MARKS = ['carried', 'corrected', 'connected', 'calmed', 'learned'] as const;
/** What a claim may say: a person or an incident tool said so, the condition of a machine held, or it was guessed from texts and history. */
export const CLAIM_KINDS = ['declared', 'alert', 'inferred'] as const;
/** How exactly a source knows when something began. */
export const PRECISIONS = ['second', 'minute', 'day'] as const;
/** Whether what a foresight note expected happened. */
export const JUDGED = ['yes', 'no', 'unclear'] as const;
/** Whether the lead would have done in a drill what people did. */
export const SAMES = ['same', 'partly', 'different'] as const;
export const LEDGER = ['acted', 'forgot', 'chose', 'absent'] as const;
/** What the editor can see that brings a plan up. */
export const CUES = ['declared', 'resolved', 'revert', 'branch', 'file', 'weekly'] as const;
export type CueId = (typeof CUES)[number];
/** What was promised. */
export const PROMISE_KINDS = ['change', 'test', 'runbook', 'talk'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];
/** What git is asked about a promise. */
export const SIGNS = ['path', 'contains', 'commit', 'branch'] as const;
export type SignKind = (typeof SIGNS)[number];
/** The roles that a lead may want to take: those of an incident, and two in which one is closest to who leads. */
export const SEEK_ROLES = ['commander', 'deputy', 'scribe', 'communicator', 'responder', 'standby'] as const;
export type SeekRole = (typeof SEEK_ROLES)[number];
/** What became of what was sought. */
export const SEEK_ENDS = ['met', 'dropped'] as const;
export type SeekEnd = (typeof SEEK_ENDS)[number];
/** What a rating says when the behaviour had no occasion in this incident. Never a low rating. */
export const NO_OCCASION = 'no-occasion';

/** How much a field takes, in UTF-16 code units: about a hundred pages. What a file holds by other ways may be longer. */
export const LONGEST_ANSWER = 200_000;
