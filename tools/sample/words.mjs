// @ts-check
// What the lead of the sample might have written. Invented; no incident of a real company is meant.

/**
 * Incidents: what people called it, which service, what could have been lost.
 * @type {[title: string, service: string, stakes: string][]}
 */
export const incidents = [
  ['Checkout errors after the queue change', 'checkout', 'Orders from all shops for the length of a lunch break.'],
  ['Card tokens expired early', 'payments', 'Every returning customer would have had to type their card again.'],
  ['Search answered with last week’s prices', 'search', 'Trust: shops would have sold below cost.'],
  ['Night job ran twice', 'billing', 'Four hundred invoices sent twice, and a morning of apologies.'],
  ['Login loop for single sign-on', 'accounts', 'Two large customers could not work.'],
  ['Disk full on the order replica', 'orders', 'The failover that we rely on.'],
  ['Mail to customers held back', 'mail', 'Password resets; someone’s night.'],
  ['Slow pages in one region', 'edge', 'Sales in one country on a Saturday.'],
  ['Certificate of the partner interface ran out', 'partners', 'A day of deliveries, and the partner’s patience.'],
  ['Refunds stuck behind a lock', 'payments', 'Money that belongs to customers.'],
  ['Deploy stopped halfway', 'platform', 'Two versions writing different orders.'],
  ['Alerts silent after the move', 'monitoring', 'We would not have known.'],
];

/**
 * Plans: when I next see …, I will ….
 * @type {[cue: string, act: string][]}
 */
export const plans = [
  ['two alerts from one service within five minutes', 'say aloud that this is an incident, and who leads'],
  ['that I have opened a terminal while leading', 'name a stand-in before I type'],
  ['the same graph for the third time without a new idea', 'ask one person to argue for another cause'],
  ['“can someone” in what I just wrote', 'write a name and a time in its place'],
  ['the second hour begin', 'ask each person whether they need to be relieved'],
  ['a person type and delete in the channel', 'ask them what they see'],
];

/**
 * Foresight notes: what I believe, what I expect next.
 * @type {[belief: string, next: string][]}
 */
export const beliefs = [
  [
    'The last deploy did it. Going back should clear the errors within five minutes.',
    'Errors fall under one per cent before the next check.',
  ],
  ['The replica is behind; the primary is fine.', 'Reads from the primary stay fast while the lag grows.'],
  ['It is the partner, not us.', 'Their status page turns yellow, and our other partners stay green.'],
  [
    'The restart did not help. The queue grows although nothing new comes in.',
    'Queue depth keeps rising until retries are capped.',
  ],
  [
    'Only one region. The load balancer sends everybody to the slow half.',
    'Draining the half makes it normal at once.',
  ],
  ['The certificate is new on two of three hosts.', 'Every third request fails, evenly.'],
];

export const remarks = [
  'Started late: the first alert came at lunch.',
  'Handed over to the evening shift for half an hour.',
  'The status page was updated by support, not by us.',
];

export const byHand = [
  'A shop called: customers pay twice',
  'We decided not to fail over',
  'Support stopped forwarding calls one by one',
  'The on-call of the database team joined',
];

export const moments = [
  'The queue graph. It rose the whole time, and I took it for a result of the errors, not for their cause. Nobody had looked at what a single order does.',
  'Two graphs that told different stories, and a chat in which three people proposed three things. I had no picture of who was doing what.',
  'The error rate had just halved. I wanted it to be over, and wrote that it was getting better, before the second sample was in.',
  'The deploy log. It said done. I did not know that one host had been left out, and nobody was asked to look.',
];

/** What shows a behaviour, by its id. */
export const shows = {
  C1: [
    'Declared at the second alert, and said what we did not know yet.',
    'Waited for a third graph before telling anyone. Support asked first.',
  ],
  C2: [
    'Wrote who leads into the channel and kept my hands off the keyboard until the rollback.',
    'Took the terminal myself for ten minutes; nobody led meanwhile.',
  ],
  C3: [
    'Chose the rollback over the patch, said why, and gave it ten minutes.',
    'Went back and forth between the patch and the rollback.',
  ],
  C4: [
    'Asked once what else could explain it; the answer was right in the end.',
    'Held on to the deploy although the errors began before it.',
  ],
  C5: [
    '“Jonas, the replica, by 14:40.” He answered, and I came back at 14:40.',
    'Wrote “can someone look at the queue”. Two did, and nobody told support.',
  ],
  C6: ['Sent the morning shift home after two hours.', 'Asked for help only when I was stuck.'],
  T1: [
    'Split the looking by who knows what; Mei had the queue to herself.',
    'The same two did all of it. The others watched.',
  ],
  T2: ['Thanked Ana for saying that the rollback had not worked.', 'The doubt about the fix reached me an hour late.'],
  T3: ['Told each of them on the same day what it had been good for.', 'Named only who pushed code.'],
  T4: ['The runbook has the step now, and somebody who was away has tried it.', 'A document exists.'],
  W1: ['Asked what she would look at next, and waited.', 'My own solution, in the shape of a question.'],
  W2: [
    'Said why the order of the steps matters, and left the how to them.',
    'Gave the task away and kept the decisions.',
  ],
};

export const made = [
  'Watched the queue and said that the orders were retries. That turned us from the pool to the gateway.',
  'Kept support informed without being asked. Nobody interrupted the two who were looking.',
  'Said that the rollback had not taken on one host. It saved us the evening.',
  'Stayed calm, and asked the question that everyone had.',
];

/** What made the difference, by what became of the plan. */
export const whys = {
  acted: ['It was written on the note beside my screen.', 'I had said it aloud to the others in the morning.'],
  forgot: ['I was tired, and had typed before I thought of it.', 'The moment came in a meeting, and I let it pass.'],
  chose: ['Someone else had already said it.', 'There were only two of us.'],
  absent: [],
};

export const lessons = [
  'A graph that halves is two samples, not a trend. Wait for the third before saying that it is over.',
  'Retries multiply what is slow. Cap them first, then look for the cause.',
  'A lead who types does not lead. Name the stand-in before touching the keyboard.',
  'The first explanation was found by the first person who spoke, not by looking.',
];

export const answers = {
  surprise: [
    'That the alert on the replica had been off since the move.',
    'How long nobody asked whether the shops knew.',
  ],
  luck: [
    'It was a Tuesday. On a Saturday we would have had one person.',
    'The cache was warm, so most shops noticed nothing.',
  ],
  helped: ['I said aloud what I did not know.', 'I gave each of them one thing, with a time.'],
  inTheWay: ['I asked three people the same question.', 'I kept the picture in my head instead of in the channel.'],
  otherwise: [
    'The errors may have come from the partner’s own deploy, an hour before ours.',
    'It may have been the holiday load and nothing that we changed.',
  ],
  sentence: [
    'You saw it when you could see it. What would have shown it to you earlier?',
    'Three of you carried it; say so to them.',
  ],
};

export const outside = [
  'You were easy to follow in the first ten minutes. Later I did not know whether we were still looking for the cause.',
  'I would have liked to be asked earlier. I had seen this once before.',
];

export const files = ['src/queue.ts', 'src/retry.ts', 'src/pool.ts', 'config/production.yaml'];
