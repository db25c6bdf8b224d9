import { currentPage, endPage, lastPage } from '../../core/drill/pages';
import { nextDrillPage, openDrillPage, sayOfCall } from '../../core/drill/progress';
import type { ReflectionMessage } from '../../core/protocol';
import type { DrillOnly } from '../reflection/handlers';
import type { ReflectionSession } from '../reflection/session';

/** How a plan is made, and how all ends: as on the screens. Given, so that this bundle need not hold it once more. */
export interface Leaving {
  readonly nextFromPlan: (session: ReflectionSession) => Promise<void>;
  readonly end: (session: ReflectionSession) => Promise<void>;
}

type Own = DrillOnly | 'skip';
type Handler<Type> = (session: ReflectionSession, message: Extract<ReflectionMessage, { type: Type }>, leaving: Leaving) => unknown;
type Handlers = { readonly [Type in Own]: Handler<Type> };

/** What the page of a drill asks for, and what is otherwise there than on the screens. Complete by type. */
const handlers: Handlers = {
  drillOn,
  drillPage: (session, { page }) => session.go((record) => openDrillPage(record, page)),
  sure: (session, { point, sure }) => session.change((record, step) => sayOfCall(record, point, 'sure', sure ?? undefined, step)),
  same: (session, { point, same }) => session.change((record, step) => sayOfCall(record, point, 'same', same ?? undefined, step)),
  right: (session, { point, right }) => session.change((record, step) => sayOfCall(record, point, 'right', right ?? undefined, step)),
  skip: withoutPlan,
};

/** What it has in common with the screens. Everything else leads to pages that a drill does not have. */
const SHARED: readonly ReflectionMessage['type'][] = ['ready', 'answer', 'settle', 'settleValue', 'tieLesson', 'retry', 'copy', 'close', 'keepAsIs', 'cue', 'weekly', 'changePlan', 'takeTyped'];

/** Does what one intent asks for. Resolves to whether nothing else is to do it. */
export async function handleDrill(session: ReflectionSession, message: ReflectionMessage, leaving: Leaving): Promise<boolean> {
  if (message.type === 'choose') return message.field !== 'lastPlan';
  if (!Object.hasOwn(handlers, message.type)) return !SHARED.includes(message.type);
  const handler = handlers[message.type as keyof Handlers] as Handler<string>;
  await handler(session, message as never, leaving);
  return true;
}

/** On, once all is on disk: only what was said before counts. From the last page the drill is over; one that is over already is closed. */
async function drillOn(session: ReflectionSession, { page }: { readonly page: number }, { nextFromPlan }: Leaving): Promise<void> {
  const { drill, plan } = session.record ?? {};
  if (!drill || currentPage(drill) !== page) return;
  if (session.isFinished && (page === endPage(drill) || (page === lastPage(drill) && plan?.made !== undefined))) return session.close();
  if (page < lastPage(drill)) return void (await session.go((record) => nextDrillPage(record, page)));
  if (await session.unsaved.flush()) await nextFromPlan(session); // else the reason is on screen, and so is the text
}

/** Over without a plan; what was typed of one stays. */
async function withoutPlan(session: ReflectionSession, _: unknown, { end }: Leaving): Promise<void> {
  const { drill } = session.record ?? {};
  if (drill && currentPage(drill) >= endPage(drill) && !session.isFinished) await end(session);
}
