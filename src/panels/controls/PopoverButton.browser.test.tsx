import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initI18n } from '../../i18n/i18n';
import { listenToEscape } from './escapeOnTop';
import { PopoverButton } from './PopoverButton';

let endListening = () => {};

beforeAll(() => {
  void initI18n('en');
  endListening = listenToEscape();
});

afterAll(() => endListening());

const button = () => page.getByRole('button', { name: 'View' });
const dialog = () => page.getByRole('dialog', { name: 'View' });

it('opens a dialog that takes the keyboard, and gives it back on Escape', async () => {
  await render(
    <PopoverButton label="View" hint="Shows settings of the picture.">
      <input aria-label="Width" />
    </PopoverButton>,
  );
  await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
  await button().click();
  await expect.element(dialog()).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole('textbox', { name: 'Width' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(button()).toHaveFocus();
  await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
});

it('names the dialog that it controls while that is open', async () => {
  await render(
    <PopoverButton label="View" hint="Shows settings of the picture.">
      Nothing to set.
    </PopoverButton>,
  );
  await button().click();
  await expect.element(dialog()).toBeVisible();
  const opener = document.querySelector('[aria-expanded=true]');
  expect(opener?.getAttribute('aria-controls')).toBe(dialog().element().id);
});

it('closes on Escape wherever the focus is, the last one opened first', async () => {
  const inner = page.getByRole('dialog', { name: 'Share' });
  await render(
    <PopoverButton label="View" hint="Shows settings of the picture.">
      <PopoverButton label="Share" hint="Shows the link.">
        Nothing to share.
      </PopoverButton>
    </PopoverButton>,
  );
  await button().click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.element(inner).toBeVisible();
  const press = (target: Element | null) =>
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  press(document.querySelector('[role=dialog] button'));
  await expect.element(inner).not.toBeInTheDocument();
  await expect.element(dialog()).toBeVisible();
  press(document.querySelector('button'));
  await expect.element(dialog()).not.toBeInTheDocument();
});

it('closes on Escape too when the focus went with the button of a dialog within it', async () => {
  const inner = page.getByRole('dialog', { name: 'Share' });
  await render(
    <PopoverButton label="View" hint="Shows settings of the picture.">
      <div data-testid="narrow">
        <PopoverButton label="Share" hint="Shows the link.">
          Nothing to share.
        </PopoverButton>
      </div>
    </PopoverButton>,
  );
  await button().click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.element(inner).toBeVisible();
  // As in a window that has become wide, where the button stands elsewhere.
  document.querySelector<HTMLElement>('[data-testid=narrow]')!.style.display = 'none';
  await userEvent.keyboard('{Escape}');
  await expect.element(inner).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(document.body);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
});
