// @ts-check
// Stands in for the native watchdog, which ends an extension host whose parent died. It would have to be compiled; whoever starts the
// editor here ends the whole process group instead.
export function start() {}

/** @param {number} [code] */
export const exit = (code) => process.exit(code ?? 0);
