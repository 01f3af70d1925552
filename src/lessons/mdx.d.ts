declare module '*.mdx' {
  import type { ComponentType } from 'react';
  import type { WordsProps } from './LessonWords';

  const Words: ComponentType<WordsProps>;
  export default Words;
}
