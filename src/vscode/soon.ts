import type { Disposable } from 'vscode';

/** Takes what comes in a row for one: does its work once, so many milliseconds after the first. */
export class Soon implements Disposable {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly work: () => void,
  ) {}

  start(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.work();
    }, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
