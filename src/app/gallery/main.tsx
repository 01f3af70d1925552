/**
 * Entry of gallery.html: every drawing and control in every state, for developers and for the tests. `#network` shows that section
 * alone, which takes a second where all of them take many: their networks are trained in the page.
 */
import '../theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { GalleryModule } from '../../drawings/gallery/galleryCase';
import { initI18n, loadMathematicsWords, loadPageWords, localeFromPage } from '../../i18n/i18n';
import { showLocale } from '../locale';
import { Gallery, type GallerySection } from './Gallery';

const modules = import.meta.glob<GalleryModule>([
  '../../drawings/**/*.gallery.tsx',
  '../../panels/**/*.gallery.tsx',
]);

const loaders = new Map(
  Object.entries(modules).map(([path, load]) => [/([^/]+)\.gallery\.tsx$/.exec(path)?.[1] ?? path, load]),
);
const names = [...loaders.keys()];

async function loadSection(name: string, load: () => Promise<GalleryModule>): Promise<GallerySection> {
  const { cases, loadLaterParts } = await load();
  await loadLaterParts?.();
  return { name, cases };
}

const host = document.getElementById('root');
if (!host) throw new Error('gallery.html has no #root');
const root = createRoot(host);

/** Shows the section that the address names, or else all. */
async function show() {
  const named = location.hash.slice(1);
  const chosen = [...loaders].filter(([name]) => name === named || !loaders.has(named));
  const sections = await Promise.all(chosen.map(([name, load]) => loadSection(name, load)));
  root.render(
    <StrictMode>
      <Gallery names={names} sections={sections} />
    </StrictMode>,
  );
}

const locale = localeFromPage({ search: location.search, stored: null, languages: ['en'] });
await initI18n(locale);
await loadPageWords();
await loadMathematicsWords();
showLocale(locale);
window.addEventListener('hashchange', () => void show());
await show();
