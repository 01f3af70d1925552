import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLocale, initI18n, loadPageWords } from '../i18n/i18n';
import type { Locale } from '../i18n/localized';
import { store } from '../store/store';
import { actionOf, actions, isPossible } from './actions';

beforeAll(async () => {
  await initI18n('en');
  await loadPageWords();
});

describe('the list of actions', () => {
  it('names each of them and each key once', () => {
    const ids = actions.map(({ id }) => id);
    const keys = actions.flatMap((action) => action.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    for (const action of actions) expect(actionOf(action.id)).toBe(action);
  });

  it.each(['en', 'zh'] satisfies Locale[])(
    'says what each is called and what it does in %s',
    async (locale) => {
      await changeLocale(locale);
      const t: TFunction = i18next.t.bind(i18next);
      for (const { id, word, does } of actions) {
        expect(word(t), id).not.toBe('');
        expect(does(t), id).not.toBe('');
        expect(/\p{Script=Han}/u.test(word(t)), id).toBe(locale === 'zh');
      }
    },
  );

  it('offers to take back a change once there is one, and turns pages only where they are turned', () => {
    store.setState(store.getInitialState(), true);
    store.temporal.getState().clear();
    const possible = () => actions.filter(isPossible).map(({ id }) => id);
    expect(possible()).not.toContain('undo');
    expect(possible()).not.toContain('nextPage');
    actionOf('newWeights').run();
    store.setState(({ view }) => ({ view: { ...view, mode: 'present' } }));
    expect(possible()).toEqual(expect.arrayContaining(['undo', 'nextPage', 'previousPage', 'leavePresent']));
    expect(possible()).not.toContain('redo');
    actionOf('undo').run();
    expect(possible()).toContain('redo');
  });
});
