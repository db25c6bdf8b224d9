import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refusalFor } from './refusal';
import { hasCode } from './systemError';

/** Why nothing can be written to a journal's folder, or be made where it is not there yet, as a sentence. Undefined: it can, as far as is known. */
export async function whyReadOnly(folder: string): Promise<string | undefined> {
  for (let place = folder; ; place = dirname(place)) {
    try {
      return void (await access(place, constants.W_OK));
    } catch (error) {
      if (hasCode(error, 'ENOENT') && dirname(place) !== place) continue;
      return hasCode(error, 'EROFS', 'EACCES', 'EPERM') ? refusalFor(error, { folder: place, file: '' })?.reason : undefined;
    }
  }
}
