import { inOneWindow } from './oneWindow';
import { screenReader } from './screens/screenReader';
import { screens } from './screens/screens';

inOneWindow('each screen', { settings: { 'leadDebrief.timeZone': 'UTC' } }, [screens, screenReader]);
