const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A zone where it is noon, so that no test comes upon the end of a day. The names of these zones count from there to UTC. */
const toUtc = new Date().getUTCHours() - 12;
const NOON = `Etc/GMT${toUtc < 0 ? '' : '+'}${toUtc}`;

/** Settings under which every moment is a working hour, and no rest and no quiet are needed before it asks. */
export const ANY_TIME = {
  'leadDebrief.timeZone': NOON,
  'leadDebrief.prompt.enabled': true,
  'leadDebrief.prompt.workdays': EVERY_DAY,
  'leadDebrief.prompt.earliest': '00:00',
  'leadDebrief.prompt.latest': '23:59',
  'leadDebrief.prompt.nightFrom': '00:00',
  'leadDebrief.prompt.nightUntil': '00:00',
  'leadDebrief.prompt.restMinutes': 0,
  'leadDebrief.prompt.quietMinutes': 0,
  'leadDebrief.prompt.maxPerDay': 5,
  'leadDebrief.prompt.maxPerWeek': 20,
};
