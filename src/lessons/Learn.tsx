/** What Learn shows at the top of its column: the open card, the task of a teacher, or the list of all lessons. Loaded when the mode is first chosen. */
import { useEffect } from 'react';
import { useStore } from '../store/store';
import { LessonMap } from './LessonMap';
import { LessonPanel } from './LessonPanel';
import { lessonOf } from './lessons';
import { TaskPanel } from './task/TaskPanel';
import { watchLessons } from './watchLesson';

export function Learn() {
  const id = useStore(({ lesson }) => lesson?.id ?? null);
  useEffect(watchLessons, []);
  const lesson = id === null ? null : lessonOf(id);
  const hasTask = useStore(({ task }) => task !== null);
  if (lesson) return <LessonPanel key={lesson.id} lesson={lesson} />;
  return hasTask ? <TaskPanel /> : <LessonMap />;
}
