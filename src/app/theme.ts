/** Light, dark, or as the system has it. */
import { keepSetting, keptSetting } from '../persistence/settings';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function keptTheme(): Theme {
  const kept = keptSetting('theme');
  return themes.find((theme) => theme === kept) ?? 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  keepSetting('theme', theme);
}
