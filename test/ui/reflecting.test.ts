import { inOneWindow } from './oneWindow';
import { changedElsewhere } from './reflecting/changedElsewhere';
import { shortPath } from './reflecting/shortPath';
import { unsaved } from './reflecting/unsaved';

/** Five and a half hours before UTC, all year: a time that was stored as it was typed would show. */
const ZONE = 'Asia/Kolkata';

inOneWindow('reflecting', { settings: { 'leadDebrief.timeZone': ZONE } }, [shortPath, unsaved, changedElsewhere]);
