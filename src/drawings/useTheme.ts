/** The colours of the theme for a React drawing; renders again when they change. */
import { useSyncExternalStore } from 'react';
import { currentTheme, type Theme, watchTheme } from './theme';

export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, currentTheme, currentTheme);
}
