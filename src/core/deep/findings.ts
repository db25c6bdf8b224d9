/** The findings on which the deep path stands, as in docs/deep-path.md, each with where it was found. Names of people and numbers: not translated. */
export const FINDINGS = {
  elements: 'Tannenbaum & Cerasoli 2013',
  leaders: 'DeRue et al. 2012',
  challenge: 'DeRue & Wellman 2009',
  order: 'Ellis, Mendel & Nir 2006',
  hindsight: 'Guilbault 2004',
  ratings: 'Heidemeier & Moser 2009',
  plans: 'Gollwitzer & Sheeran 2006',
  feedback: 'Kluger & DeNisi 1996',
  autonomy: 'Slemp et al. 2018',
  drills: 'Tannenbaum & Cerasoli 2013',
} as const;

/** A finding, by the key under which the bank of questions names it. */
export type Finding = keyof typeof FINDINGS;
