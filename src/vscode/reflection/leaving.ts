import { finishDrill } from '../../core/drill/progress';
import { isNewPlan, keepAsIs, makePlan, takeTyped, turnedBack, typedDiffers, unmakePlan } from '../../core/plan/commit';
import { closePlan } from '../../core/plan/ledger';
import { PARTS, type PlanPart } from '../../core/plan/turnBack';
import type { ScreenId } from '../../core/protocol';
import { finish, leaveScreen, openScreen } from '../../core/reflection/progress';
import { currentScreen, mayOpen, neighbour, shortPath } from '../../core/reflection/screens';
import type { ReflectionSession } from './session';
import { read } from './turning';

/** Where the lead is: the screen, and the path that it is on. */
function whereabouts(session: ReflectionSession): { screen: ScreenId; path: readonly ScreenId[] } {
  const path = shortPath(session.last !== undefined);
  return { path, screen: session.record ? currentScreen(session.record, path) : 'facts' };
}

/** Leaves the screen forward. The plan is looked at first, and typed once from memory before the end. */
export async function next(session: ReflectionSession): Promise<void> {
  const { screen, path } = whereabouts(session);
  if (screen === 'summary') return session.close();
  if (!(await session.unsaved.flush())) return; // the reason is on screen, and so is the text
  if (screen === 'nextPlan') return nextFromPlan(session);
  await forward(session, screen, path);
}

/** Leaves the screen unanswered. What was noted on it stays. */
export async function skip(session: ReflectionSession): Promise<void> {
  const { screen, path } = whereabouts(session);
  if (screen === 'nextPlan') return end(session);
  await forward(session, screen, path);
}

/** Goes back one screen, past the evidence where that is still closed. */
export async function back(session: ReflectionSession): Promise<void> {
  const { screen, path } = whereabouts(session);
  const before = neighbour(screen, path, -1);
  await session.go((record, step) => openScreen(record, mayOpen(before, record) ? before : neighbour(before, path, -1), step));
}

function forward(session: ReflectionSession, screen: ScreenId, path: readonly ScreenId[]): Promise<boolean> {
  const { last } = session;
  return session.go((record, step) => openScreen(leaveScreen(record, screen, last, step), neighbour(screen, path, 1), step));
}

/** Ends the reflection, or the drill; a reflection that was finished before is read again. A plan that was made takes the place of the one before: one is open at a time. */
export async function end(session: ReflectionSession): Promise<void> {
  const { last, record } = session;
  const again = session.isFinished;
  const finished = await session.go((before, step) => (before.drill ? finishDrill(before, step) : finish(leaveScreen(before, 'nextPlan', last, step), step)));
  if (finished && last && record?.plan?.made !== undefined) await session.changeOther(last.incident.id, (other, step) => closePlan(other, step.now));
  if (finished && again) await (record?.drill ? session.close() : read(session));
}

/** The plan is looked at once; then it is saved, and in a first pass typed from memory. */
export async function nextFromPlan(session: ReflectionSession): Promise<void> {
  const { record, last } = session;
  if (!record) return;
  if (record.plan?.made !== undefined) return endAfterRecall(session);
  if (!isNewPlan(record, last)) return end(session);
  const reasons = turnedBack(record);
  const fresh = PARTS.filter((part) => reasons[part] !== undefined && session.panel.turnedBack[part] === undefined);
  if (fresh.length > 0) return session.remember({ turnedBack: reasons });
  const saved = await savePlan(session, PARTS.filter((part) => reasons[part] !== undefined));
  if (saved && record.reflection?.finished !== undefined) await end(session);
}

/** Saves the plan; what was turned back once and left is kept as it is. Resolves to whether it is on disk. */
async function savePlan(session: ReflectionSession, kept: readonly PlanPart[]): Promise<boolean> {
  session.remember({ turnedBack: {} });
  return session.change((record, step) => makePlan(kept.length > 0 ? keepAsIs(record, kept, step) : record, step));
}

/** What was typed from memory is compared once; whoever then goes on keeps the plan. */
async function endAfterRecall(session: ReflectionSession): Promise<void> {
  const { record } = session;
  const asked = session.panel.differs || record?.reflection?.finished !== undefined;
  if (record && !asked && typedDiffers(record)) return session.remember({ differs: true });
  await end(session);
}

/** From typing it back to writing it. */
export async function changePlan(session: ReflectionSession): Promise<void> {
  await session.unsaved.flush();
  await session.change(unmakePlan);
}

/** The typed words become the plan, and the reflection ends. */
export async function takeTypedWords(session: ReflectionSession): Promise<void> {
  await session.unsaved.flush();
  if (await session.change(takeTyped)) await end(session);
}

/** A part that was turned back stays as it is. */
export async function keepPart(session: ReflectionSession, part: PlanPart): Promise<void> {
  await session.unsaved.flush();
  await session.change((record, step) => keepAsIs(record, [part], step));
  const left = { ...session.panel.turnedBack };
  delete left[part];
  session.remember({ turnedBack: left });
}
