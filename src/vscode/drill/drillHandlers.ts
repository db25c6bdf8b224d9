import { lastPage, currentPage } from '../../core/drill/pages';
import { finishDrill, nextDrillPage, openDrillPage, sayOfCall } from '../../core/drill/progress';
import type { ReflectionMessage } from '../../core/protocol';
import type { DrillOnly } from '../reflection/handlers';
import type { ReflectionSession } from '../reflection/session';

type Handler<Type> = (session: ReflectionSession, message: Extract<ReflectionMessage, { type: Type }>) => unknown;
type Handlers = { readonly [Type in DrillOnly]: Handler<Type> };

/** What the page of a drill asks for, and what is otherwise there than on the screens. Complete by type. */
const handlers: Handlers = {
  drillOn,
  drillPage: (session, { page }) => session.go((record) => openDrillPage(record, page)),
  sure: (session, { point, sure }) => session.change((record, step) => sayOfCall(record, point, 'sure', sure ?? undefined, step)),
  same: (session, { point, same }) => session.change((record, step) => sayOfCall(record, point, 'same', same ?? undefined, step)),
  right: (session, { point, right }) => session.change((record, step) => sayOfCall(record, point, 'right', right ?? undefined, step)),
};

/** What it has in common with the screens. Everything else leads to pages that a drill does not have. */
const SHARED: readonly ReflectionMessage['type'][] = ['ready', 'answer', 'settle', 'settleValue', 'tieLesson', 'retry', 'copy', 'close'];

/** Does what one intent asks for. Resolves to whether nothing else is to do it. */
export async function handleDrill(session: ReflectionSession, message: ReflectionMessage): Promise<boolean> {
  if (!Object.hasOwn(handlers, message.type)) return !SHARED.includes(message.type);
  const handler = handlers[message.type as keyof Handlers] as Handler<string>;
  await handler(session, message as never);
  return true;
}

/** On, once all is on disk: only what was said before counts. From the end the drill is over; one that is over already is closed. */
async function drillOn(session: ReflectionSession, { page }: { readonly page: number }): Promise<void> {
  const { drill } = session.record ?? {};
  if (!drill || currentPage(drill) !== page) return;
  if (page < lastPage(drill)) await session.go((record) => nextDrillPage(record, page));
  else if (session.isFinished) session.close();
  else await session.go(finishDrill);
}
