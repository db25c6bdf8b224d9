import { bodyText, subjectText } from './prose';
import { DOCUMENT_PATH, NO_DOCUMENT_PATH } from './subjects';

/**
 * How git is asked for signals, and how its answer is read while it comes. Fields end in NUL, as in `gitLog`: git ends messages and paths
 * at a NUL, so that none of them can pretend to be a field or a commit of its own.
 */
const FIELDS = ['%H', '%P', '%ct', '%at', '%aN', '%s', '%b'];

/** For `git log -z --format`. */
export const SIGNAL_FORMAT = `tformat:${FIELDS.map((field) => `${field}%x00`).join('')}`;

/** A file that may be an incident document, new in a commit. */
export interface AddedFile {
  readonly path: string;
  /** The hash of its text. */
  readonly blob: string;
}

/** A commit as it is read for signals. Times are milliseconds since 1970. */
export interface SignalCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** When it was committed: on the first-parent line, when it landed. */
  readonly committed: number;
  readonly written: number;
  /** The author's name, through .mailmap. */
  readonly author: string;
  /** Both as far as `prose` looks at them. */
  readonly subject: string;
  readonly body: string;
  /** Files that by their path may be incident documents. */
  readonly documents: readonly AddedFile[];
}

/** One field may be this long, in UTF-16 code units; what is longer is cut, so that no message fills the memory. */
const LONGEST_FIELD = 200_000;
const LONGEST_NAME = 200;
/** JavaScript's dates end there, in seconds. */
const LAST_SECOND = 8.64e12;
/** `:mode mode hash hash A`: a new regular file. Links and submodules are no documents. */
const ADDED = /^\n?:\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) A$/;

/**
 * Reads `git log -z --raw` in `SIGNAL_FORMAT`, piece by piece. What is cut off or damaged is left out.
 */
export class SignalLog {
  #open = '';
  #fields: string[] = [];
  /** The files of the commit that is read: after its fields, until the next begins. */
  #documents: AddedFile[] = [];
  #change: string | undefined;

  /** The commits that are whole after this piece. */
  *read(piece: string): Generator<SignalCommit> {
    let from = 0;
    for (let end = piece.indexOf('\0'); end >= 0; end = piece.indexOf('\0', from)) {
      const field = this.#open + piece.slice(from, Math.min(end, from + LONGEST_FIELD - this.#open.length));
      this.#open = '';
      from = end + 1;
      const commit = this.#take(field);
      if (commit) yield commit;
    }
    this.#open = (this.#open + piece.slice(from, from + LONGEST_FIELD)).slice(0, LONGEST_FIELD);
  }

  /** The last commit, when there is nothing more to read. */
  end(): SignalCommit | undefined {
    return this.#finish();
  }

  #take(field: string): SignalCommit | undefined {
    if (this.#fields.length < FIELDS.length) {
      this.#fields.push(field);
      return undefined;
    }
    if (this.#change !== undefined) {
      this.#addFile(this.#change, field);
      this.#change = undefined;
    } else if (field.startsWith(':') || field.startsWith('\n:')) this.#change = field;
    else if (field !== '') return this.#next(field);
    return undefined;
  }

  #addFile(change: string, path: string): void {
    if (!change.endsWith(' A')) return;
    const [, blob] = ADDED.exec(change) ?? [];
    if (blob !== undefined && DOCUMENT_PATH.test(path) && !NO_DOCUMENT_PATH.test(path)) this.#documents.push({ path, blob });
  }

  /** @param hash the first field of the next commit */
  #next(hash: string): SignalCommit | undefined {
    const commit = this.#finish();
    this.#fields = [hash];
    return commit;
  }

  #finish(): SignalCommit | undefined {
    const [hash = '', parents = '', committed = '', written = '', author = '', subject = '', body = ''] = this.#fields;
    const [documents, isWhole] = [this.#documents, this.#fields.length === FIELDS.length];
    this.#fields = [];
    this.#documents = [];
    const at = milliseconds(committed);
    if (!isWhole || at === undefined) return undefined;
    return {
      hash: hash.trim(),
      parents: parents.split(' ').filter(Boolean),
      committed: at,
      written: milliseconds(written) ?? at,
      author: author.slice(0, LONGEST_NAME),
      subject: subjectText(subject),
      body: bodyText(body),
      documents,
    };
  }
}

/** A damaged commit has no date that means anything. */
function milliseconds(seconds: string): number | undefined {
  const at = Number(seconds);
  return seconds === '' || !Number.isFinite(at) || Math.abs(at) > LAST_SECOND ? undefined : at * 1000;
}
