/** What can be done with what was found, and with what finds it: commands of these names. */
export const ACTS = ['notAnIncident', 'neverForThis', 'openIncidentDocument', 'whyHere', 'partIncident', 'joinIncident', 'findPast', 'showSources'] as const;
export type Act = (typeof ACTS)[number];
