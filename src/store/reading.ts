import * as l10n from '@vscode/l10n';
import { readBytes } from './bytes';
import type { BytesRead, Stamp } from './bytes';
import { parseFaithfully, Unreadable } from './faithful';
import { positionOf } from './position';
import type { Position } from './position';
import type { RecordKind } from './recordKind';
import { hasCode, isSystemError } from './systemError';

/** What one file was found to hold. `reason` is the fault alone, without the file's name and without a full stop. */
export type Outcome<T> =
  | { readonly state: 'ok'; readonly record: T }
  | { readonly state: 'unreadable'; readonly line: number; readonly column: number; readonly reason: string; readonly marked?: true }
  | ({ readonly state: 'invalid'; readonly record: Readonly<Record<string, unknown>>; readonly path: string; readonly reason: string } & Position)
  | { readonly state: 'newer'; readonly record: Readonly<Record<string, unknown>>; readonly format: number; readonly reason: string };

export type Fault = Exclude<Outcome<unknown>, { state: 'ok' }>;

/** What this window knows of one file. */
export interface Held<T> {
  readonly outcome: Outcome<T>;
  /** Undefined where the file could not be opened, or is too large to be read. */
  readonly stamp: Stamp | undefined;
  /** The file is not there now; this is what was last read. */
  readonly missing: boolean;
}

/** What the disk has said of one file: its bytes, or why it did not give them. */
export type Raw = BytesRead | Fault;

/** Reads one file without looking into it. Undefined: there is none. */
export async function readRaw(path: string): Promise<Raw | undefined> {
  try {
    return await readBytes(path);
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error);
    if (!isSystemError(error)) throw error;
    const reason = hasCode(error, 'EACCES', 'EPERM') ? l10n.t('this account may not open it') : l10n.t('it cannot be opened ({0})', error.code);
    return { state: 'unreadable', line: 1, column: 1, reason };
  }
}

/** Parses and judges what was read. A file that could not be opened is an outcome, too. */
export function heldOf<T>(kind: RecordKind<T>, raw: Raw): Held<T> {
  if ('bytes' in raw) return { outcome: outcomeOf(kind, raw.bytes), stamp: raw.stamp, missing: false };
  return { outcome: raw, stamp: undefined, missing: false };
}

/** Parses and judges the bytes of one file. */
export function outcomeOf<T>(kind: Pick<RecordKind<T>, 'judge'>, bytes: Uint8Array): Outcome<T> {
  try {
    return judged(kind, parseFaithfully(bytes), bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unreadable(error);
  }
}

export function unreadable({ line, column, reason, marked }: Unreadable): Fault & { state: 'unreadable' } {
  return { state: 'unreadable', line, column, reason, ...(marked && { marked }) };
}

/** @param bytes what the value was parsed from */
export function judged<T>(kind: Pick<RecordKind<T>, 'judge'>, value: Readonly<Record<string, unknown>>, bytes: Uint8Array): Outcome<T> {
  const verdict = kind.judge(value);
  if (verdict.state === 'valid') return { state: 'ok', record: verdict.record };
  if (verdict.state === 'newer') return { ...verdict, record: value };
  return { ...verdict, record: value, ...positionOf(Buffer.from(bytes).toString(), verdict.path) };
}

/** Whether two readings say the same, so that nobody need be told. */
export function sameOutcome(a: Outcome<unknown>, b: Outcome<unknown>): boolean {
  return a.state === b.state && JSON.stringify(a) === JSON.stringify(b);
}

/** One sentence about a file that is not changed as it is now. */
export function faultWords(name: string, fault: Fault): string {
  switch (fault.state) {
    case 'unreadable':
      return l10n.t('{0} cannot be read: line {1}, column {2}: {3}.', name, fault.line, fault.column, fault.reason);
    case 'invalid':
      return l10n.t('{0} cannot be changed until this is put right: {1}.', name, fault.reason);
    case 'newer':
      return fault.reason;
  }
}
