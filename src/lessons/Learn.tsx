/** What Learn shows at the top of its column: the open card, or the list of all lessons. Loaded when the mode is first chosen. */
import { useEffect } from 'react';
import { useStore } from '../store/store';
import { LessonMap } from './LessonMap';
import { LessonPanel } from './LessonPanel';
import { lessonOf } from './lessons';
import { watchLessons } from './watchLesson';

export function Learn() {
  const id = useStore(({ lesson }) => lesson?.id ?? null);
  useEffect(watchLessons, []);
  const lesson = id === null ? null : lessonOf(id);
  return lesson ? <LessonPanel key={lesson.id} lesson={lesson} /> : <LessonMap />;
}
