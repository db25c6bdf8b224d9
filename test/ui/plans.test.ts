import { inOneWindow } from './oneWindow';
import { cues } from './plans/cues';
import { lessons } from './plans/lessons';

inOneWindow('what an incident left', { settings: { 'leadDebrief.lessons.codeLens': true, 'files.autoSave': 'off' } }, [cues, lessons]);
