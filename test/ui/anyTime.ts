const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Settings under which every moment is a working hour, and no rest and no quiet are needed before it asks. */
export const ANY_TIME = {
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
