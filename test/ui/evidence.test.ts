import { evidence } from './evidence/evidence';
import { policy } from './evidence/policy';
import { inOneWindow } from './oneWindow';

inOneWindow('what comes from elsewhere', { settings: { 'leadDebrief.timeZone': 'UTC' } }, [evidence, policy]);
