// @ts-check
// Stands in front of the editor's server: hands everything on, and adds the few things that are not served without it. `/mint-key` is half of
// the key with which the workbench encrypts secrets; without an answer secrets last for one page only.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

/**
 * @typedef {object} FrontOptions
 * @property {string} socketPath Where the server listens.
 * @property {string} data The profile, in which the key half is kept.
 * @property {string} token Whoever does not hold it is refused (the server checks the same for everything else).
 * @property {number} port 0 for any free one.
 */

/**
 * Listens on 127.0.0.1. Rejects with the error of `listen` where the port is taken.
 * @param {FrontOptions} options
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function startFront(options) {
  const key = keyHalf(options.data);
  const server = http.createServer((request, response) => answer(options, key, request, response));
  server.on('upgrade', (request, socket, head) => handOnSocket(options.socketPath, request, /** @type {net.Socket} */ (socket), head));
  await new Promise((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {string} data */
function keyHalf(data) {
  const file = path.join(data, 'serve-web-key-half');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

/** @param {FrontOptions} options @param {Buffer} key @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function answer({ socketPath, token }, key, request, response) {
  const [address = ''] = (request.url ?? '').split('?');
  if (address === '/mint-key' && request.method === 'POST') {
    const allowed = cookies(request).includes(`vscode-tkn=${token}`);
    if (allowed) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(key);
    else response.writeHead(403).end();
    return;
  }
  if (address.endsWith('/serviceWorker.js') && address.startsWith('/_static/')) {
    response.writeHead(200, { 'content-type': 'text/javascript', 'service-worker-allowed': '/' }).end('// nothing to do');
    return;
  }
  if (address.startsWith('/_static/')) response.writeHead(204).end();
  else handOn(socketPath, request, response);
}

/** @param {http.IncomingMessage} request */
const cookies = (request) => (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());

/** @param {string} socketPath @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function handOn(socketPath, request, response) {
  const { url: address, method, headers } = request;
  const inner = http.request({ socketPath, path: address, method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  inner.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end('The editor behind this address is not running.');
  });
  request.pipe(inner);
}

/** @param {string} socketPath @param {http.IncomingMessage} request @param {net.Socket} outer @param {Buffer} head */
function handOnSocket(socketPath, request, outer, head) {
  const inner = net.connect(socketPath, () => {
    inner.write(requestText(request));
    inner.write(head);
    inner.pipe(outer);
    outer.pipe(inner);
  });
  const end = () => {
    inner.destroy();
    outer.destroy();
  };
  for (const socket of [inner, outer]) socket.on('error', end).on('close', end);
}

/** @param {http.IncomingMessage} request */
function requestText({ method, url: address, rawHeaders }) {
  const lines = [`${method} ${address} HTTP/1.1`];
  for (let index = 0; index < rawHeaders.length; index += 2) lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
