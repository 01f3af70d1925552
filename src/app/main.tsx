/** The page's entry: language and theme before the first paint, then the page, then training. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initI18n, loadPageWords, localeFromPage } from '../i18n/i18n';
import { keptSetting } from '../persistence/settings';
import { look } from '../store/store';
import { App } from './App';
import { lookAsAsked, openAsAsked } from './address';
import { connectTraining } from './connect';
import { keepSheets } from './keepSheets';
import { showLocale } from './locale';
import { connectReplay } from './replay';
import { applyTheme, keptTheme } from './theme';
import './theme.css';

const locale = localeFromPage({
  search: location.search,
  stored: keptSetting('locale'),
  languages: navigator.languages,
});
const words = initI18n(locale);
// Asked for at once, waited for by nobody.
void loadPageWords();
showLocale(locale);
applyTheme(keptTheme());
keepSheets();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
const asked = lookAsAsked();
toolForFingers();
connectTraining();
connectReplay();
await words;
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// Keys, the documents of earlier visits and their checks come beside the first paint, not before it.
const keys = import('./shortcuts').then(({ listenToKeys }) => listenToKeys());
void import('./keep').then(async ({ keepBetweenVisits }) => {
  try {
    await keepBetweenVisits();
  } finally {
    await openAsAsked(asked);
    await keys;
  }
  await keys;
  // For scripts: from here on the page shows what its address asks for.
  performance.mark('document-open');
});
// Soon, but not before the first picture.
void import('./connectRuns').then(({ connectRuns }) => connectRuns());

/** A finger is first of all for scrolling: no brush is armed before somebody takes one. */
function toolForFingers(): void {
  if (matchMedia('(pointer: coarse)').matches) look({ tool: { kind: 'none' } });
}
