import { privacy } from './leaving/privacy';
import { share } from './leaving/share';
import { inOneWindow } from './oneWindow';

inOneWindow('what leaves the journal', { settings: { 'leadDebrief.timeZone': 'UTC' } }, [privacy, share]);
