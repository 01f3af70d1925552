/**
 * How a learner gets at what is on the page: with the mouse, or with nothing but keys. Both do the same few things to a control that was
 * found by its role and name, so that whoever writes down what is done need not say how.
 */
import type { Locator, Page } from '@playwright/test';
import { expect } from './page';

export interface Hand {
  /** Presses a button or whatever acts like one. */
  press(target: Locator): Promise<void>;
  /** Chooses one of a few that are all in sight. */
  choose(radio: Locator): Promise<void>;
  /** Opens a list and takes an entry of it. */
  pick(list: Locator, entry: Locator): Promise<void>;
  /** Types a value in place of another. */
  type(field: Locator, text: string): Promise<void>;
  /** Moves a slider to an end. */
  slide(slider: Locator, to: 'Home' | 'End'): Promise<void>;
}

/** What both do once they are in a field. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

export function mouse(page: Page): Hand {
  return {
    press: (target) => target.click(),
    choose: async (radio) => {
      // The words are pressed; the radio button itself is not to be seen.
      await radio.locator('xpath=ancestor::label').click();
      await expect(radio).toBeChecked();
    },
    pick: async (list, entry) => {
      await list.click();
      await entry.click();
      await expect(entry).toBeHidden();
    },
    type: async (field, text) => {
      await field.click();
      await write(page, text);
    },
    slide: async (slider, to) => {
      const box = await slider.boundingBox();
      if (!box) throw new Error('the slider is not on the page');
      const middle = box.y + box.height / 2;
      const ends = [box.x + 1, box.x + box.width - 1] as const;
      const [from, end] = to === 'End' ? ends : ([ends[1], ends[0]] as const);
      await page.mouse.move(from, middle);
      await page.mouse.down();
      await page.mouse.move(end, middle, { steps: 4 });
      await page.mouse.up();
    },
  };
}

/** More than there are stops on the page. */
const mostKeys = 160;

export function keys(page: Page): Hand {
  const { keyboard } = page;
  const reach = async (target: Locator) => {
    for (let pressed = 0; pressed < mostKeys; pressed++) {
      const key = await target.evaluate(keyTowards);
      if (key === null) return;
      await keyboard.press(key);
    }
    throw new Error(`no key leads to ${String(target)}`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await keyboard.press('Enter');
    },
    choose: async (radio) => {
      // Arrow keys choose what they come to; the one that Tab comes to may not be chosen yet.
      await reach(radio);
      if (!(await radio.isChecked())) await keyboard.press('Space');
      await expect(radio).toBeChecked();
    },
    pick: async (list, entry) => {
      await reach(list);
      await keyboard.press('Enter');
      await expect(entry).toBeVisible();
      await reach(entry);
      await keyboard.press('Enter');
      await expect(entry).toBeHidden();
    },
    type: async (field, text) => {
      await reach(field);
      await write(page, text);
    },
    slide: async (slider, to) => {
      await reach(slider);
      await keyboard.press(to);
    },
  };
}

/** The next key on the way to an element, from what has the focus; null when it is there. Only looks. */
function keyTowards(target: Element): string | null {
  const { activeElement: active } = document;
  if (active === target) return null;
  const groups = '[role=radiogroup], [role=toolbar], [role=tablist], [role=listbox], [role=menu]';
  const group = target.closest(groups);
  // Units of the network lie in columns and rows.
  const [from, to] = [active, target].map((one) => one?.getAttribute('data-slot')?.split(',').map(Number));
  if (from && to) {
    const [columns, rows] = [to[0]! - from[0]!, to[1]! - from[1]!];
    if (columns !== 0) return columns > 0 ? 'ArrowRight' : 'ArrowLeft';
    return rows > 0 ? 'ArrowDown' : 'ArrowUp';
  }
  // The frame of a sheet is one stop; Enter goes in.
  if (active?.matches('[data-sheets] > *') && active.contains(target)) return 'Enter';
  if (!active || active === document.body) return 'Tab';
  const isAfter = active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!group?.contains(active)) return isAfter ? 'Tab' : 'Shift+Tab';
  const isList = group.matches('[role=listbox], [role=menu]');
  if (isList) return isAfter || active === group ? 'ArrowDown' : 'ArrowUp';
  return isAfter ? 'ArrowRight' : 'ArrowLeft';
}
