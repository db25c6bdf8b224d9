import type { GitProblem } from '../evidence/problems';

/** The line of an ignore file that hides something from git. */
export interface IgnoreRule {
  /** As git names it: from the top of the repository, or absolute. */
  readonly file: string;
  readonly line: number;
  readonly pattern: string;
}

/** A remote, with those of its branches, as they were last fetched or pushed, that hold what is asked about. */
export interface RemoteFacts {
  readonly name: string;
  /** Without what signs in. Empty where git knows none. */
  readonly address: string;
  readonly branches: readonly string[];
}

/** The commits of a clone that hold files of a folder, whatever the files say today. */
export interface HistoryFacts {
  /** In some branch, tag, stash or other reference. */
  readonly commits: number;
  /** When the oldest and the newest of them were committed: ISO 8601 UTC. Absent where there is none. */
  readonly first?: string;
  readonly last?: string;
  /** In nothing but git's own memory of where branches once were. */
  readonly lost: number;
  readonly branches: readonly string[];
  readonly remotes: readonly RemoteFacts[];
  readonly tags: readonly string[];
  readonly stashed: boolean;
  /** Other references by their full names; HEAD, where it is detached and nothing else holds them. */
  readonly others: readonly string[];
}

/** What a repository knows of a folder in it. */
export interface RepositoryFacts {
  /** The folder of its work tree. */
  readonly root: string;
  /** From there to the folder, with forward slashes; empty where it is the folder. */
  readonly path: string;
  /** Its history is cut off: what came before is not on this machine. */
  readonly shallow: boolean;
  /** Files of the folder that are in the index; those that are neither there nor ignored; those that are ignored. */
  readonly tracked: number;
  readonly open: number;
  readonly ignored: number;
  /** By which line its files are ignored, or would be if git did not track them already. */
  readonly rule?: IgnoreRule;
  /** Absent where git did not say in time. */
  readonly history?: HistoryFacts;
}

/** What git knows of a folder: the repository that it is in, then those around that one which hold something of it as well. */
export interface GitFacts {
  readonly repositories: readonly RepositoryFacts[];
  readonly problems: readonly GitProblem[];
}

/** Why git was not asked, or what it said. */
export type GitLook =
  | { readonly kind: 'restricted' | 'missing' | 'noPlace' }
  | { readonly kind: 'looked'; readonly facts: GitFacts };

/** Who can read the files below a folder, by their modes and those of every folder above. */
export type AccessFacts =
  | { readonly kind: 'none' | 'windows' }
  /** Who looks may not list the folder itself, or something in it. */
  | { readonly kind: 'barred' }
  | {
      readonly kind: 'modes';
      readonly files: number;
      /** Files that somebody else of the file's group, or just anybody, can read. */
      readonly group: number;
      readonly others: number;
      /** Folders whose list of names they can read. Names of files hold titles. */
      readonly groupLists: number;
      readonly othersList: number;
      /** Files that belong to another user than who looks. */
      readonly foreign: number;
    };

/** A folder with something of the lead's in it. */
export interface PlaceFacts {
  readonly id: PlaceId;
  /** Absolute. */
  readonly path: string;
  readonly access: AccessFacts;
}

/** `journal`: the journal; `backups`: second copies of it; `asked`: what was asked and answered; `left`: where the journal was before it moved. */
export type PlaceId = 'journal' | 'backups' | 'asked' | 'left';

/** What the editor itself may keep of files that are edited as text. */
export interface EditorFacts {
  /** `workbench.localHistory.enabled` */
  readonly localHistory: boolean;
  /** `workbench.localHistory.exclude` names all of our files. */
  readonly excluded: boolean;
  /** `files.hotExit` */
  readonly hotExit: string;
}

/** All that was looked at. */
export interface PrivacyFacts {
  readonly places: readonly PlaceFacts[];
  /** Why there is no journal, as one sentence. Absent where there is a place for one. */
  readonly noJournal?: string;
  /** The journal's facts say that it is shared through git. */
  readonly shared: boolean;
  /** Nothing was saved yet: the folder is made by the first save. */
  readonly founded: boolean;
  /** How many people the journal names. */
  readonly people: number;
  readonly git: GitLook;
  readonly editor: EditorFacts;
  /** The system's name, as Node has it: commands are written for its shell. */
  readonly platform: string;
}
