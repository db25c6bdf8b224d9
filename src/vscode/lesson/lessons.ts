// What is asked about lessons, and the lens above a file. A bundle of its own: most windows never need it.
export { recallLesson } from './recalling';
export { tieLesson } from './tying';
export { LessonLens } from './lessonLens';
