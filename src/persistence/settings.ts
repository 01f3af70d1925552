/** Small settings of the page that the browser keeps between visits. Apart from documents, which need checking that costs a second file. */

export type SettingKey = 'locale' | 'theme' | 'sheets' | 'lessons' | 'name';

/** A small setting that must be known before the first paint; local storage, because that answers at once. */
export function keepSetting(key: SettingKey, value: string): void {
  try {
    localStorage.setItem(`quadrant-${key}`, value);
  } catch {
    // Storage may be blocked: the setting then holds for this visit only.
  }
}

export function keptSetting(key: SettingKey): string | null {
  try {
    return localStorage.getItem(`quadrant-${key}`);
  } catch {
    return null;
  }
}

const taskKey = 'quadrant-task';

/** What this tab knows of the task that is open, as text; null to forget it. It outlives a reload. */
export function keepTabTask(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(taskKey);
    else sessionStorage.setItem(taskKey, text);
  } catch {
    // A reload opens the task without it.
  }
}

export function tabTask(): string | null {
  try {
    return sessionStorage.getItem(taskKey);
  } catch {
    return null;
  }
}

const tabKey = 'quadrant-document';

/** The id of the document that this tab is about; it outlives a reload, and a new tab has none. */
export function keepTabDocument(id: string): void {
  try {
    sessionStorage.setItem(tabKey, id);
  } catch {
    // A reload opens the latest document then, which is nearly always the same.
  }
}

export function tabDocument(): string | null {
  try {
    return sessionStorage.getItem(tabKey);
  } catch {
    return null;
  }
}

const unsavedPrefix = 'quadrant-unsaved-';

/** Keeps a change of a document at once, until the database has it: a page that is being closed has no time for that. */
export function keepUnsaved(id: string, text: string): void {
  try {
    localStorage.setItem(unsavedPrefix + id, text);
  } catch {
    // The document is too large for local storage; the database may still finish in time.
  }
}

export function forgetUnsaved(id: string): void {
  try {
    localStorage.removeItem(unsavedPrefix + id);
  } catch {
    // A browser that blocks local storage has kept nothing.
  }
}

/** Changes that closed pages have left in local storage, by the id of the document. */
export function unsavedDocuments(): readonly (readonly [id: string, text: string])[] {
  try {
    return Object.entries(localStorage)
      .filter((entry): entry is [string, string] => entry[0].startsWith(unsavedPrefix))
      .map(([key, text]) => [key.slice(unsavedPrefix.length), text]);
  } catch {
    return [];
  }
}
