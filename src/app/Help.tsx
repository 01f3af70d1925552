/** What the page can do and which keys work, in a few lines: the actions that have keys, and what keys do on plane and network. */
import type { TFunction } from 'i18next';
import { useWords } from '../panels/controls/useWords';
import { actions } from './actions';
import styles from './Help.module.css';

/** What has keys of its own. */
const places = ['plane', 'network', 'control'] as const;

export function Help() {
  const { t } = useWords();
  return (
    <div className={styles.help}>
      <p>{t('help.steps')}</p>
      <dl className={styles.keys}>
        {rowsOf(t).map(({ keys, does }) => (
          <Row key={does} keys={keys.map((key) => keyName(key, t)).join(', ')} does={does} />
        ))}
        {places.map((id) => (
          <Row key={id} keys={t(`help.keys.${id}.key`)} does={t(`help.keys.${id}.does`)} />
        ))}
      </dl>
    </div>
  );
}

function Row({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

interface KeysRow {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Actions that differ only in the class share a row. */
function rowsOf(t: TFunction): KeysRow[] {
  const rows: KeysRow[] = [];
  for (const action of actions) {
    if (action.keys.length === 0) continue;
    const does = action.does(t);
    const before = rows.at(-1);
    if (before?.does === does) rows[rows.length - 1] = { does, keys: [...before.keys, ...action.keys] };
    else rows.push({ does, keys: action.keys });
  }
  return rows;
}

const arrows: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', Escape: 'Esc' };

/** As it is written on the key. `binding` is one of tinykeys. */
function keyName(binding: string, t: TFunction): string {
  const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const names = binding.split('+').map((key) => {
    if (key === '$mod') return modifier;
    if (key === 'Space') return t('help.space');
    return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
  return names.join(' ');
}
