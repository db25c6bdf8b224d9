// @ts-check
// Stands in for the native @vscode/spdlog, which would have to be compiled. Without it the editor's log files and the content of
// LogOutputChannels vanish; this writes both with plain appends.
import fs from 'node:fs';
import path from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** @param {number} number @param {number} width */
const padded = (number, width) => String(number).padStart(width, '0');

/** @param {Date} date The moment as the editor's own logs show it: local time, to the millisecond. */
function stamp(date) {
  const day = [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)].join('-');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => padded(part, 2)).join(':');
  return `${day} ${clock}.${padded(date.getMilliseconds(), 3)}`;
}

export const version = 0;

export function setLevel() {}

export function setFlushOn() {}

export class Logger {
  /** @type {string | undefined} */
  #file;
  #level = 2;
  #bare = false;

  /** @param {string} kind @param {string} name @param {string} file */
  constructor(kind, name, file) {
    this.kind = kind;
    this.name = name;
    this.#file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.closeSync(fs.openSync(file, 'a'));
  }

  /** @param {number} level @param {string} message */
  #write(level, message) {
    if (level < this.#level || !this.#file) return;
    try {
      fs.appendFileSync(this.#file, this.#bare ? message : `${stamp(new Date())} [${LEVELS[level]}] ${message}\n`);
    } catch {
      // A test removed its profile while the editor was still closing: nobody reads this log any more.
    }
  }

  /** @param {string} message */
  trace(message) {
    this.#write(0, message);
  }

  /** @param {string} message */
  debug(message) {
    this.#write(1, message);
  }

  /** @param {string} message */
  info(message) {
    this.#write(2, message);
  }

  /** @param {string} message */
  warn(message) {
    this.#write(3, message);
  }

  /** @param {string} message */
  error(message) {
    this.#write(4, message);
  }

  /** @param {string} message */
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.#level = level;
  }

  setPattern() {
    this.#bare = false;
  }

  clearFormatters() {
    this.#bare = true;
  }

  flush() {}

  drop() {
    this.#file = undefined;
  }
}

/** @param {string} name @param {string} file */
export const createRotatingLogger = async (name, file) => new Logger('rotating', name, file);

/** @param {string} name @param {string} file */
export const createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
