/** The page's entry: language and theme before the first paint, then the page, then training. */
// Imported first, so that these rules precede those of the CSS modules that compose them.
import './theme.css';
import { type ComponentType, type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { whenLoaded } from '../drawings/missing';
import { initI18n, loadPageWords, localeFromPage } from '../i18n/i18n';
import { lazyPart } from '../panels/controls/lazyPart';
import { keepSetting, keptSetting } from '../persistence/settings';
import { type AskedView, type FigureId, readAddress } from '../store/screen';
import { inOrder } from '../store/sheets';
import { look, openFirst, store } from '../store/store';
import { App } from './App';
import { connectTraining } from './connect';
import { bringLocale } from './locale';
import { applyTheme, keptTheme } from './theme';

const locale = localeFromPage({
  search: location.search,
  stored: keptSetting('locale'),
  languages: navigator.languages,
});
const words = initI18n('en').then(() => bringLocale(locale));
// The request starts at once; the first paint does not wait for it.
void whenLoaded(loadPageWords, () => {});
applyTheme(keptTheme());
keepSheets();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
const asked = lookAsAsked();
toolForFingers();
store.setState({ isOpening: true });
/** The window of a speaker shows words alone. */
const training = asked.isSpeaker ? null : connectTraining();
await words;
const prepare = async () => (await import('./openAsAsked')).prepareAsked(asked);
// The request starts at once; where it fails, it is made once more and said when it is needed.
prepare().catch(() => {});
/** Once the visit has begun: the address has what it asks of the view. */
let opened: Promise<void> | undefined;
if (asked.figure) {
  const Figure = lazyPart(loadFigure(asked.figure));
  show(<Figure />);
} else if (asked.isSpeaker) {
  const SpeakerNotes = lazyPart(async () => (await import('../lessons/SpeakerNotes')).SpeakerNotes);
  show(<SpeakerNotes />);
} else {
  show(<App />);
  void openDocument();
  // Soon, but not before the first picture.
  void whenLoaded(
    () => import('./connectOtherRuns'),
    ({ connectOtherRuns }) => connectOtherRuns(),
  );
}

function show(content: ReactNode): void {
  createRoot(root as HTMLElement).render(
    <StrictMode>
      <Suspense>{content}</Suspense>
    </StrictMode>,
  );
}

/** A figure has an experiment of its own, and keeps nothing. */
function loadFigure(id: FigureId): () => Promise<ComponentType> {
  return async () => {
    const [{ figures }, { figureView }, { connectRaces }] = await Promise.all([
      import('../figures/figures'),
      import('../figures/FigureView'),
      import('./connectRaces'),
    ]);
    openFirst(figures[id].experiment);
    begin();
    connectRaces();
    return figureView(id);
  };
}

/** What the address asks of the view before the first paint: mode, parts and speed. The rest waits for the document (`openAsAsked`). */
function lookAsAsked(): AskedView {
  const asked = readAddress(location.search);
  const { mode, show, speed } = asked.view;
  look({ ...(mode ? { mode } : {}), ...(show ? { show } : {}), ...(speed ? { speed } : {}) });
  return asked;
}

/** Pinned sheets are kept between visits. They are known before the first paint, so that the page does not move. */
function keepSheets(): void {
  look({ pinnedSheets: inOrder((keptSetting('sheets') ?? '').split(',')) });
  store.subscribe(({ view: { pinnedSheets } }, before) => {
    if (pinnedSheets !== before.view.pinnedSheets) keepSetting('sheets', pinnedSheets.join());
  });
}

/** The first run is that of the document with which the visit begins. */
async function openDocument(): Promise<void> {
  // Keys, the documents of earlier visits and their checks come beside the first paint, not before it.
  const keys = whenLoaded(
    () => import('./shortcuts'),
    ({ listenToKeys }) => listenToKeys(),
  );
  try {
    await whenLoaded(
      () => import('./keep'),
      ({ keepBetweenVisits }) => keepBetweenVisits(begin),
    );
  } finally {
    begin();
  }
  await opened;
  await keys;
  // For scripts: from here on the page shows what its address asks for.
  performance.mark('document-open');
}

function begin(): void {
  if (!store.getState().isOpening) return;
  store.setState({ isOpening: false });
  training?.begin();
  opened = whenLoaded(prepare, (open) => open());
}

/** A finger scrolls the page at first: no brush is chosen until the learner picks one. */
function toolForFingers(): void {
  if (matchMedia('(pointer: coarse)').matches) look({ tool: { kind: 'none' } });
}
