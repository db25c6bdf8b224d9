/** A name and a mail address, through .mailmap. */
export interface Signature {
  readonly name: string;
  readonly mail: string;
}

/** One commit, as git tells it. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  /** Committer date, ISO 8601 UTC. On the first-parent line of the default branch this is when it landed. */
  readonly at: string;
  readonly subject: string;
  readonly body: string;
  readonly coAuthors: readonly Signature[];
}

/** A commit on the first-parent line of the default branch, with what it brought in: of a merge, the merged commits. */
export interface Landing extends Commit {
  readonly merged: readonly Commit[];
}

/** A tag. A light tag has no time of its own: git gives that of its commit. */
export interface Tag {
  readonly name: string;
  readonly at: string;
  /** The full hash of the commit that it points to. */
  readonly commit: string;
}

/** What git says about one repository and one window. */
export interface RepositoryEvidence {
  /** The folder name; with its parent's, where two repositories have the same. */
  readonly name: string;
  /** The folder, for opening commits. */
  readonly root: string;
  /** What landed in the window, newest first. */
  readonly landings: readonly Landing[];
  /** What landed in the 30 days before, newest first. Read only where a revert in the window undoes something older. */
  readonly earlier: readonly Landing[];
  readonly tags: readonly Tag[];
  /** What landed and was tagged from a day before the incident on until the window begins. */
  readonly before?: { readonly landings: readonly Landing[]; readonly tags: readonly Tag[] };
  /** Who the lead is here, as git's own settings say, through .mailmap. */
  readonly lead?: readonly Signature[];
  /** Where much landed, and it is known which paths are the lead's. */
  readonly own?: OwnPaths;
}

/** Which of the landings, those of the day before among them, changed a path that is the lead's. */
export interface OwnPaths {
  /** What says which paths those are: the name of the setting, or the file of owners, from the root of the repository. */
  readonly rule: string;
  /** Their full hashes. */
  readonly landings: ReadonlySet<string>;
}

/** What git says about the repositories of the workspace. */
export interface GitEvidence {
  readonly repositories: readonly RepositoryEvidence[];
}
