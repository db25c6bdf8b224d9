// The bench's own extension. It starts before all others, watches what activating them costs, and runs commands for the bench, which
// speaks to it through a socket: no palette, no keys, nothing between the bench and the command.
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import * as vscode from 'vscode';
import { watchActivations } from './activations';
import { emptyView, openEmpty, rows } from './emptyPanel';
import { memory } from './memory';

export interface Order {
  readonly command: string;
  readonly given: readonly unknown[];
}

export interface Answer {
  /** The process of this extension host. */
  readonly pid: number;
  /** When the command was begun, in milliseconds since 1970. */
  readonly at: number;
  readonly result?: unknown;
  readonly failed?: string;
}

export function activate(context: vscode.ExtensionContext): void {
  const activations = watchActivations();
  context.subscriptions.push(
    vscode.commands.registerCommand('bench.activations', activations),
    vscode.commands.registerCommand('bench.openEmpty', openEmpty),
    vscode.commands.registerCommand('bench.memory', memory),
    vscode.window.registerWebviewViewProvider('bench.emptyView', emptyView),
    vscode.window.registerWebviewViewProvider('bench.emptyViewBeside', emptyView),
    vscode.window.createTreeView('bench.rows', { treeDataProvider: rows, showCollapseAll: true, canSelectMany: true }),
  );
  listen(process.env.BENCH_SOCKET ?? '');
}

/** The extension host before this one, which is ended at a restart, leaves its socket behind. */
function listen(socket: string): void {
  rmSync(socket, { force: true });
  createServer((request, response) => {
    void read(request).then(carryOut).then((answer) => response.end(JSON.stringify(answer)));
  }).listen(socket);
}

async function read(request: IncomingMessage): Promise<Order> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return JSON.parse(text) as Order;
}

async function carryOut({ command, given }: Order): Promise<Answer> {
  const begun = { pid: process.pid, at: performance.timeOrigin + performance.now() };
  try {
    return { ...begun, result: await vscode.commands.executeCommand<unknown>(command, ...given) };
  } catch (error) {
    return { ...begun, failed: String(error) };
  }
}
