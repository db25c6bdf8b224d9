// Has Node ask the disk at once. Loaded first into a process that lives through very many years: the files are there as ever, but asking another thread
// for each of ten thousand calls a year takes a fifth of the time where a disk in memory answers before that thread is awake. The few years of `npm test` go
// through those threads.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

type Call = (...given: never[]) => unknown;

/** The same, done before it returns; who asked is told afterwards, as ever. */
const promised = (call: Call): Call => (...given) => {
  try {
    return Promise.resolve(call(...given));
  } catch (error) {
    return Promise.reject(error as Error);
  }
};

/** The same for one that takes a function to call back. */
function calledBack(call: Call): Call {
  const calling = (...given: unknown[]): void => {
    const back = given.pop() as (error: unknown, value?: unknown) => void;
    (promised(call)(...(given as never[])) as Promise<unknown>).then((value) => back(null, value), back);
  };
  return Object.assign(calling, { [promisify.custom]: promised(call) });
}

/** An open file: as much of it as the store asks for, so that whatever else it may ask for some day fails at once. */
const handleOf = (fd: number) => ({
  fd,
  writeFile: promised((data: string | Buffer) => fs.writeFileSync(fd, data)),
  sync: promised(() => fs.fsyncSync(fd)),
  stat: promised(() => fs.fstatSync(fd)),
  chmod: promised((mode: number) => fs.fchmodSync(fd, mode)),
  utimes: promised((read: number, changed: number) => fs.futimesSync(fd, read, changed)),
  close: promised(() => fs.closeSync(fd)),
});

Object.assign(fs.promises, {
  open: promised((path: string, flags?: string, mode?: number) => handleOf(fs.openSync(path, flags ?? 'r', mode))),
  access: promised(fs.accessSync), lstat: promised(fs.lstatSync), mkdir: promised(fs.mkdirSync), readdir: promised(fs.readdirSync), readFile: promised(fs.readFileSync),
  realpath: promised(fs.realpathSync.native), rename: promised(fs.renameSync), stat: promised(fs.statSync), unlink: promised(fs.unlinkSync),
});
Object.assign(fs, { open: calledBack(fs.openSync), read: calledBack(fs.readSync), close: calledBack(fs.closeSync), stat: calledBack(fs.statSync) });
syncBuiltinESMExports();
