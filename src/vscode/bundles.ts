// Bundles of their own, which most windows never load. An import would be loaded with its importer.
import type * as documentation from './documentation';
import type * as hideContents from './hideContents';
import type * as copyingLink from './incidentLink/copyingLink';
import type * as linking from './incidentLink/linking';
import type * as tryout from './reflection/tryout';

/** The pages of documentation. */
export function reading(): typeof documentation {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./documentation') as typeof documentation;
}

/** A made-up incident. */
export function tryouts(): typeof tryout {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./tryout') as typeof tryout;
}

/** Following links to incidents. */
export function links(): typeof linking {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./linking') as typeof linking;
}

/** Copying them. */
export function copying(): typeof copyingLink {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./copyingLink') as typeof copyingLink;
}

/** Hiding contents, and showing them again. */
export function hiding(): typeof hideContents {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./hideContents') as typeof hideContents;
}
