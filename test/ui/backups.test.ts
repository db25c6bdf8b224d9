import { recentlyDeleted } from './backups/recentlyDeleted';
import { restore } from './backups/restore';
import { inOneWindow } from './oneWindow';

inOneWindow('what was there before', { settings: { 'leadDebrief.timeZone': 'UTC' } }, [recentlyDeleted, restore]);
