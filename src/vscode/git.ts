import * as vscode from 'vscode';

/** The part of the built-in git extension's API (version 1) that is used: where git is. */
interface GitExtension {
  getAPI(version: 1): { readonly git: { readonly path: string } };
}

/** Where git is, as the editor found it; 'git' on the PATH where its git extension is off, and undefined where it found none. */
export async function gitPath(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return 'git';
  try {
    return (await extension.activate()).getAPI(1).git.path;
  } catch {
    return 'git'; // "git.enabled" is off, or it found no git: our own reader says which
  }
}
