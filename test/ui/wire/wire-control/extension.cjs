// An extension that does what ours must not: it tries to reach the network in every way that the recorder knows, at once and later. Whatever
// it reaches is this machine (port 9, where nobody listens) or a name that no name server knows.
const child = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const net = require('node:net');
const { setTimeout: later } = require('node:timers/promises');
const tls = require('node:tls');
const { Worker } = require('node:worker_threads');
const vscode = require('vscode');

const NOBODY = 'http://127.0.0.1:9';
const still = (/** @type {{ on(event: 'error', listener: () => void): unknown }} */ one) => void one.on('error', () => {});

async function callOut() {
  still(net.connect(9, '127.0.0.1'));
  still(tls.connect({ port: 9, host: '127.0.0.1' }));
  still(http.get(`${NOBODY}/get`));
  still(https.request('https://127.0.0.1:9/request'));
  still(http2.connect(NOBODY));
  dns.lookup('control.invalid', () => {});
  await new dns.promises.Resolver().resolve4('control.invalid').catch(() => {});
  const socket = dgram.createSocket('udp4');
  socket.send('x', 9, '127.0.0.1', () => socket.close());
  child.spawnSync('true');
  child.execFile('true');
  still(new Worker('', { eval: true }));
  await later(1);
  await fetch(`${NOBODY}/fetch`).catch(() => {});
  void vscode.window.showInformationMessage('The control has called out.');
}

module.exports = {
  activate: (/** @type {{ subscriptions: unknown[] }} */ { subscriptions }) => subscriptions.push(vscode.commands.registerCommand('wireControl.callOut', callOut)),
};
