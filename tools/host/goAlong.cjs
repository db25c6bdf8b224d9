const { ChildProcess } = require('node:child_process');

/**
 * Has a module loaded first into each extension host that this process starts from now on. The editor takes NODE_OPTIONS, with which it came
 * into this one, out of their environment (1.139).
 * @param {string} module absolute
 */
exports.goAlong = (module) => {
  const { spawn } = /** @type {any} */ (ChildProcess.prototype);
  /** @type {any} */ (ChildProcess.prototype).spawn = function (/** @type {{ args?: string[] }} */ options) {
    if (options.args?.includes('--type=extensionHost')) options.args.splice(1, 0, '--require', module);
    return spawn.call(this, options);
  };
};
