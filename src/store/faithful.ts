import * as l10n from '@vscode/l10n';
import { printParseErrorCode, visit } from 'jsonc-parser/lib/esm/main.js';
import type { JSONVisitor, ParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import { DEEPEST, holdsAll } from './holdsAll';

/** The largest file that is read or written, in bytes. A long reflection has 10,000. */
export const LARGEST = 5_000_000;
const INDENT = 2;

/** One record as it is written: two spaces, LF, a final newline. */
export const stringify = (data: unknown): string => `${JSON.stringify(data, null, INDENT)}\n`;

/** The bytes do not hold a record that could be written again without losing something. `line` and `column` count from 1. */
export class Unreadable extends Error {
  constructor(
    readonly reason: string,
    readonly line = 1,
    readonly column = 1,
    /** It has git's conflict markers; the line is that of the first. */
    readonly marked = false,
  ) {
    super(`line ${line}, column ${column}: ${reason}`);
  }
}

/**
 * JSON.parse that refuses what it would silently change: of two equal keys it keeps the last, 1e400 becomes null at the next save,
 * long numbers are rounded, a wrong byte becomes U+FFFD. In a file that a person or a merge wrote, each of these loses text.
 * @param largest in bytes
 * @throws {Unreadable} with the place of the first fault
 */
export function parseFaithfully(bytes: Uint8Array, largest = LARGEST): Readonly<Record<string, unknown>> {
  refuseIfTooLarge(bytes.length, largest);
  const text = decode(bytes);
  const data = parsed(text);
  if (data === undefined || !holdsAll(text, data)) inspect(text);
  if (data === undefined) throw new Unreadable(l10n.t('this is not JSON'));
  return asRecord(data);
}

/** @throws {Unreadable} */
export function refuseIfTooLarge(size: number, largest = LARGEST): void {
  if (size > largest) throw new Unreadable(l10n.t('the file has more than {0} bytes', largest));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Unreadable(l10n.t('the file is not UTF-8 text'));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `null` or a list must not be taken for "empty, so write a new one". */
function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Readonly<Record<string, unknown>>;
  throw new Unreadable(l10n.t('the file does not hold a record'));
}

/** Finds the place of a fault. Slow (ten times JSON.parse), so only where a quick look has found that there may be one. */
function inspect(text: string): void {
  const marker = /^<{7}(?: |$)/m.exec(text);
  if (marker) throw new Unreadable(l10n.t('git’s conflict markers begin here'), text.slice(0, marker.index).split('\n').length, 1, true);
  visit(text, inspector(text), { disallowComments: true });
}

function inspector(text: string): JSONVisitor {
  const names: (Set<string> | undefined)[] = [];
  const enter = (set: Set<string> | undefined, line: number, column: number): void => {
    if (names.push(set) > DEEPEST) throw new Unreadable(l10n.t('this is nested too deeply'), line + 1, column + 1);
  };
  const leave = (): void => void names.pop();
  return {
    onObjectBegin: (_offset, _length, line, column) => enter(new Set(), line, column),
    onArrayBegin: (_offset, _length, line, column) => enter(undefined, line, column),
    onObjectEnd: leave,
    onArrayEnd: leave,
    onObjectProperty: (name, _offset, _length, line, column) => {
      if (names.at(-1)?.has(name)) throw new Unreadable(l10n.t('{0} is here twice', JSON.stringify(name)), line + 1, column + 1);
      names.at(-1)?.add(name);
    },
    onLiteralValue: (value: unknown, offset, length, line, column) => {
      if (typeof value !== 'number' || keepsNumber(text.slice(offset, offset + length))) return;
      throw new Unreadable(l10n.t('this number would be changed by saving it'), line + 1, column + 1);
    },
    onError: (code, _offset, _length, line, column) => {
      throw new Unreadable(faultWords(code), line + 1, column + 1);
    },
  };
}

/** Whether a number says the same after reading and writing: not 1e400, 1e-400, or more digits than a double holds. */
function keepsNumber(literal: string): boolean {
  const value = Number(literal);
  return Number.isFinite(value) && sameNumber(literal) === sameNumber(String(value));
}

/** A number as its digits without zeroes at either end, and where the point is: 1.50e2 and 150 are the same. */
function sameNumber(literal: string): string {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(literal) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept && `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

function faultWords(code: ParseErrorCode): string {
  return (words[printParseErrorCode(code)] ?? (() => l10n.t('this is not JSON')))();
}

/** By the parser's name of each fault. */
const words: Readonly<Record<string, () => string>> = {
  PropertyNameExpected: () => l10n.t('a name in double quotes was expected'),
  ValueExpected: () => l10n.t('a value was expected'),
  ColonExpected: () => l10n.t('a colon was expected'),
  CommaExpected: () => l10n.t('a comma was expected'),
  CloseBraceExpected: () => l10n.t('a closing brace was expected'),
  CloseBracketExpected: () => l10n.t('a closing bracket was expected'),
  EndOfFileExpected: () => l10n.t('there is something behind the end of the record'),
  InvalidCommentToken: () => l10n.t('JSON has no comments'),
  UnexpectedEndOfComment: () => l10n.t('JSON has no comments'),
  UnexpectedEndOfString: () => l10n.t('the closing quote is missing'),
  UnexpectedEndOfNumber: () => l10n.t('this number is not whole'),
  InvalidNumberFormat: () => l10n.t('this number is not in the right form'),
  InvalidUnicode: () => l10n.t('this \\u is not followed by four digits'),
  InvalidEscapeCharacter: () => l10n.t('this backslash is followed by nothing that JSON knows'),
  InvalidCharacter: () => l10n.t('this character must be written with a backslash'),
};
