/* eslint-disable @typescript-eslint/consistent-type-imports, @typescript-eslint/no-require-imports -- An import would be loaded with its importer. */

/**
 * What most windows never need, each a bundle of its own. To add one, add its line here: esbuild.mjs reads these lines, and builds
 * dist/NAME.cjs of each. What several of them need is built once; what `debrief` holds is there already when another part is loaded.
 */
interface Parts {
  /** All but what registers the extension. Loaded when the editor is idle, or before the first of the others. */
  readonly debrief: typeof import('./debrief');
  /** The commands that need a journal. */
  readonly commands: typeof import('./commands');
  /** Where the journal is to be. */
  readonly asking: typeof import('./place/asking');
  /** The questions after an incident. */
  readonly prompting: typeof import('./prompting/prompting');
  /** The panel of a reflection. */
  readonly sitting: typeof import('./reflection/sitting');
  /** The deep path of a reflection. */
  readonly deep: typeof import('./deep/deep');
  /** A drill: a story step by step. */
  readonly drill: typeof import('./drill/drill');
  /** Which drill, and what it is made of. */
  readonly practising: typeof import('./drill/practising');
  /** The page of the dashboard. */
  readonly growthView: typeof import('./sidebar/growthView');
  /** Plans, promises, lessons, exposure. */
  readonly planning: typeof import('./plan/planning');
  /** Lessons: what they are about, recalling them, and the lens above a file that was part of one. */
  readonly lessons: typeof import('./lesson/lessons');
  /** Making promises, and what became of them. */
  readonly promises: typeof import('./plan/promises');
  /** What brings a plan up at its cue; only where the open plan has cues that the editor can see, and when an incident is declared. */
  readonly atCue: typeof import('./plan/atCue');
  /** What a journal needs without being asked, once it was read. */
  readonly keeping: typeof import('./keeping/keeping');
  readonly restoring: typeof import('./keeping/restoring');
  readonly deletedPick: typeof import('./keeping/deletedPick');
  /** Files in which git left a conflict. */
  readonly merging: typeof import('./merging/merging');
  readonly privacy: typeof import('./privacy/privacy');
  /** Names that give way to aliases. */
  readonly replacing: typeof import('./privacy/replacing');
  readonly searching: typeof import('./history/searching');
  /** Tags, and another title. */
  readonly tidying: typeof import('./history/tidying');
  /** Hiding contents, and showing them again. */
  readonly hideContents: typeof import('./hideContents');
  /** The pages of documentation. */
  readonly documentation: typeof import('./documentation');
  /** A made-up incident. */
  readonly tryout: typeof import('./reflection/tryout');
  readonly share: typeof import('./share/share');
  readonly importing: typeof import('./share/importing');
  /** Lines of a reflection that go into the incident's document. */
  readonly insertLessons: typeof import('./share/insertLessons');
  /** Following links to incidents. */
  readonly linking: typeof import('./incidentLink/linking');
  readonly copyingLink: typeof import('./incidentLink/copyingLink');
  /** Incidents that sources tell of, and their documents. */
  readonly found: typeof import('./found/found');
}

/** A part of the extension, which is loaded with the first call. */
export function part<Name extends keyof Parts>(name: Name): Parts[Name] {
  const file = `./${name}.cjs`;
  return require(file) as Parts[Name];
}
