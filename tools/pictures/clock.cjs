// Loaded first into the extension host and into each page when pictures are made: sets their clock back to the day of the pictures. It goes on
// from there. Not into the editor's other processes: they compare it with the times of files.
const inHost = globalThis.process?.argv.includes('--type=extensionHost');
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
