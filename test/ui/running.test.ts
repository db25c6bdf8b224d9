import { inOneWindow } from './oneWindow';
import { openIncident } from './running/openIncident';
import { twofold } from './running/twofold';

inOneWindow('an incident of several', {}, [openIncident, twofold]);
