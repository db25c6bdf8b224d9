/**
 * The values of one field that were sent and have not come back in a state. States come late: one that says an older value of ours must not
 * take a newer off the screen.
 */
export class Sent {
  #waiting: readonly string[] = [];

  add(value: string): void {
    this.#waiting = [...this.#waiting, value];
  }

  /** A state says this value. Whether a newer one is on its way; a value that is not ours was set elsewhere, and none is. */
  isOlder(value: string): boolean {
    const newer = this.#waiting.slice(this.#waiting.indexOf(value) + 1);
    const isOlder = newer.length > 0 && newer.length < this.#waiting.length;
    this.#waiting = isOlder ? newer : [];
    return isOlder;
  }
}
