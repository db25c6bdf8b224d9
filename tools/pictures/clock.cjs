// Loaded first into the served editor, by itself into each extension host that it starts, and into each page when pictures are made: sets the
// clock of extension hosts and pages back to the day of the pictures. It goes on from there. Not that of the editor's other processes: they
// compare it with the times of files.
const inNode = globalThis.process?.versions?.node !== undefined;
const inHost = inNode && process.argv.includes('--type=extensionHost');
const now = inHost ? process.env.PICTURES_NOW : globalThis.picturesNow; // ISO 8601
const behind = Date.parse(now ?? '') - Date.now();

if (!Number.isNaN(behind)) {
  const RealDate = Date;
  class PictureDate extends RealDate {
    /** @param {...unknown} given */
    constructor(...given) {
      super(...(given.length > 0 ? given : [RealDate.now() + behind]));
    }

    static now() {
      return RealDate.now() + behind;
    }
  }
  globalThis.Date = /** @type {DateConstructor} */ (PictureDate);
}

if (inNode) require('../host/goAlong.cjs').goAlong(__filename);
