// Loaded first into the served editor (NODE_OPTIONS) and, by itself, into each extension host that it starts: the editor takes NODE_OPTIONS out of
// their environment. Writes down each call that could reach the network, or start another program, with the stack that it came from, before
// it happens. One file for each process, one line of JSON for each call.
const { appendFileSync } = require('node:fs');
const child = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const path = require('node:path');
const tls = require('node:tls');
const threads = require('node:worker_threads');
const { goAlong } = require('../../../tools/host/goAlong.cjs');

const role = process.argv.find((each) => each.startsWith('--type='))?.slice('--type='.length) ?? 'other';
const file = path.join(process.env.LEAD_DEBRIEF_WIRE ?? '', `${role}-${process.pid}.jsonl`);
/** Enough for the whole way from a command to a socket. */
const FRAMES = 200;

/** The stack as Node itself writes it: the editor puts its own way of writing it in place. */
function stack() {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Object.assign(Error, { stackTraceLimit: FRAMES, prepareStackTrace: undefined });
  const text = new Error().stack ?? '';
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return text.split('\n').slice(4).join('\n');
}

/** @param {string} kind @param {readonly unknown[]} given */
function note(kind, given) {
  const what = given.map((each) => words(each)).filter(Boolean).join(' ').slice(0, 300);
  appendFileSync(file, `${JSON.stringify({ kind, what, stack: stack() })}\n`);
}

/** @param {unknown} each @returns {string} */
function words(each) {
  if (typeof each === 'string' || typeof each === 'number') return String(each);
  if (each instanceof URL) return each.href;
  if (Array.isArray(each)) return each.map(words).join(' ');
  if (typeof each !== 'object' || each === null) return '';
  const { url, href, host, hostname, port, path: at, file: program, args } = /** @type {Record<string, unknown>} */ (each);
  return [url, href, host, hostname, port, at, program, args].map(words).filter(Boolean).join(' ');
}

/** @param {any} owner @param {readonly string[]} names @param {string} kind */
function record(owner, names, kind) {
  for (const name of names) if (typeof owner[name] === 'function') owner[name] = recording(owner[name], kind);
}

/** A function that notes its call and then does what it did, also as a constructor. @param {any} own @param {string} kind */
function recording(own, kind) {
  const recorded = /** @this {unknown} @param {unknown[]} given */ function (...given) {
    note(kind, given);
    return new.target ? Reflect.construct(own, given, new.target === recorded ? own : new.target) : Reflect.apply(own, this, given);
  };
  Object.setPrototypeOf(recorded, own);
  recorded.prototype = own.prototype;
  return recorded;
}

/** The editor puts its own in place later, and loses the stack in it: so each is recorded where it is called. @param {readonly string[]} names */
function recordGlobals(names) {
  for (const name of names) {
    if (!(name in globalThis)) continue;
    let now = recording(/** @type {any} */ (globalThis)[name], 'fetch');
    const set = (/** @type {any} */ next) => {
      now = recording(next, 'fetch');
    };
    Object.defineProperty(globalThis, name, { configurable: true, enumerable: true, get: () => now, set });
  }
}

note('start', [process.execPath]);
record(net.Socket.prototype, ['connect'], 'net.connect');
record(tls, ['connect'], 'tls.connect');
record(http, ['request', 'get'], 'http');
record(https, ['request', 'get'], 'https');
record(http2, ['connect'], 'http2');
record(dgram.Socket.prototype, ['bind', 'connect', 'send'], 'dgram');
const lookups = Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name));
record(dns, lookups, 'dns');
record(dns.promises, lookups, 'dns');
for (const { Resolver } of [dns, dns.promises]) record(Resolver.prototype, lookups, 'dns');
recordGlobals(['fetch', 'WebSocket', 'EventSource']);
goAlong(__filename);
record(child.ChildProcess.prototype, ['spawn'], 'spawn');
record(child, ['spawnSync', 'execSync', 'execFileSync'], 'spawn');
record(threads, ['Worker'], 'worker');
syncBuiltinESMExports();
