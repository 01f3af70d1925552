import { describe, expect, it } from 'vitest';
import type { PressedKey } from '../panels/controls/meantKeys';
import { shortcutFor, shortcuts } from './shortcuts';

/** What the keys of a layout write, plain and with Shift, by their place; what is left out is as on an English keyboard. */
interface Layout {
  readonly plain: Readonly<Record<string, string>>;
  readonly shifted?: Readonly<Record<string, string>>;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** A row of 26 characters for KeyA … KeyZ. */
const keysOf = (row: string) =>
  Object.fromEntries(letters.map((letter, i) => [`Key${letter}`, Array.from(row)[i] ?? letter]));
const digitsOf = (row: string) =>
  Object.fromEntries(Array.from(row, (char, i) => [`Digit${(i + 1) % 10}`, char]));

const english = { ...keysOf('abcdefghijklmnopqrstuvwxyz'), ...digitsOf('1234567890') };
const englishShifted = { ...keysOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), ...digitsOf('!@#$%^&*()') };

const layouts: Readonly<Record<string, Layout>> = {
  english: { plain: {} },
  azerty: {
    plain: { KeyA: 'q', KeyQ: 'a', KeyW: 'z', KeyZ: 'w', KeyM: ',', ...digitsOf('&é"\'(-è_çà') },
    shifted: { KeyA: 'Q', KeyQ: 'A', KeyW: 'Z', KeyZ: 'W', ...digitsOf('1234567890') },
  },
  qwertz: { plain: { KeyY: 'z', KeyZ: 'y' }, shifted: { KeyY: 'Z', KeyZ: 'Y' } },
  czech: {
    plain: { KeyY: 'z', KeyZ: 'y', ...digitsOf('+ěščřžýáíé') },
    shifted: { KeyY: 'Z', KeyZ: 'Y', ...digitsOf('1234567890') },
  },
  dvorak: {
    plain: { ...keysOf("axje.uidchtnmbrl'poygk,qf;"), Semicolon: 's', Slash: 'z' },
    shifted: { ...keysOf('AXJE>UIDCHTNMBRL"POYGK<QF:'), Semicolon: 'S', Slash: 'Z' },
  },
  turkish: { plain: { KeyI: 'ı' }, shifted: { KeyI: 'I' } },
  russian: {
    plain: keysOf('фисвуапршолдьтщзйкыегмцчня'),
    shifted: keysOf('ФИСВУАПРШОЛДЬТЩЗЙКЫЕГМЦЧНЯ'),
  },
  greek: {
    plain: keysOf('αβψδεφγηιξκλμνοπ;ρστθωςχυζ'),
    shifted: keysOf('ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠ:ΡΣΤΘΩ΅ΧΥΖ'),
  },
  korean: { plain: keysOf('ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ') },
  hebrew: { plain: keysOf("שנבגקכעיןחלךצמםפ/רדאוה'סטז") },
  arabic: {
    plain: { ...keysOf('شلاؤيثبلاهتنمةىخحضقسفعرصءغئ'), ...digitsOf('١٢٣٤٥٦٧٨٩٠') },
  },
};

function pressed(layout: Layout, code: string, modifiers: readonly string[] = []): PressedKey {
  const isShifted = modifiers.includes('Shift');
  const written = isShifted ? (layout.shifted ?? layout.plain)[code] : layout.plain[code];
  const usual = (isShifted ? englishShifted : english)[code] ?? code;
  return {
    key: written ?? usual,
    code,
    isComposing: false,
    getModifierState: (name) => modifiers.includes(name),
  };
}

/** The place of the key that a person presses for a binding: where a Latin layout writes its letter, else where it stands in English. */
function placeOf(layout: Layout, key: string): string {
  if (key.length > 1) return key;
  const all = { ...english, ...layout.plain };
  const written = Object.keys(all).find((code) => all[code] === key);
  return written ?? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);
}

const walked = shortcuts.flatMap((shortcut) =>
  shortcut.keys.map((keys) => {
    const parts = keys.split('+');
    const modifiers = parts.slice(0, -1).map((part) => part.replace('$mod', 'Control'));
    return { shortcut, keys, modifiers, key: parts.at(-1) ?? '' };
  }),
);

describe('every shortcut', () => {
  it.each(Object.keys(layouts))('works on a keyboard that is %s', (name) => {
    const layout = layouts[name] as Layout;
    for (const { shortcut, keys, modifiers, key } of walked) {
      const found = shortcutFor(pressed(layout, placeOf(layout, key), modifiers));
      expect(found, `${keys} on ${name}`).toBe(shortcut);
    }
  });

  it.each(Object.keys(layouts))('is the only one that a key of a %s keyboard asks for', (name) => {
    const layout = layouts[name] as Layout;
    const meant = new Map<string, string>();
    for (const code of Object.keys(english)) {
      const event = pressed(layout, code);
      const found = shortcutFor(event);
      if (!found) continue;
      // A Latin letter is itself, wherever it stands.
      if (/^[a-z]$/.test(event.key)) expect(found.keys, `${event.key} on ${name}`).toContain(event.key);
      meant.set(code, found.keys.join());
    }
    expect(new Set(meant.values()).size).toBe(meant.size);
  });

  it('chooses the four brushes plain, with Shift, and on the number pad', () => {
    for (const [name, layout] of Object.entries(layouts)) {
      for (const digit of ['1', '2', '3', '4']) {
        const shortcut = shortcuts.find(({ keys }) => keys.includes(digit));
        const pad = { ...pressed(layout, `Numpad${digit}`), key: digit };
        const events = [pressed(layout, `Digit${digit}`), pressed(layout, `Digit${digit}`, ['Shift']), pad];
        for (const event of events) expect(shortcutFor(event), `${digit} on ${name}`).toBe(shortcut);
      }
    }
  });

  it('means nothing while characters are put together, nor with AltGr', () => {
    for (const layout of Object.values(layouts)) {
      for (const { key, modifiers } of walked.filter((one) => one.key.length === 1)) {
        const event = pressed(layout, placeOf(layout, key), modifiers);
        expect(shortcutFor({ ...event, isComposing: true })).toBeUndefined();
        expect(shortcutFor({ ...event, key: 'Process' })).toBeUndefined();
        expect(shortcutFor({ ...event, key: 'Dead' })).toBeUndefined();
        const altGr = { ...event, key: '€', getModifierState: (name: string) => name === 'AltGraph' };
        expect(shortcutFor(altGr)).toBeUndefined();
      }
    }
  });

  it('leaves combinations of the browser alone', () => {
    for (const code of ['KeyE', 'KeyS', 'KeyP', 'KeyN', 'KeyR', 'Digit1', 'Digit2']) {
      for (const modifier of ['Control', 'Alt', 'Meta']) {
        for (const layout of Object.values(layouts)) {
          expect(shortcutFor(pressed(layout, code, [modifier])), `${modifier} ${code}`).toBeUndefined();
        }
      }
    }
  });
});
