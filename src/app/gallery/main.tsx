/** Entry of gallery.html: every drawing and control in every state, for developers and for the tests. */
import '../theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initI18n, loadMathematicsWords, loadPageWords, localeFromPage } from '../../i18n/i18n';
import { showLocale } from '../locale';
import { Gallery } from './Gallery';

const locale = localeFromPage({ search: location.search, stored: null, languages: ['en'] });
await initI18n(locale);
await loadPageWords();
await loadMathematicsWords();
showLocale(locale);

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
