import { useState } from 'react';
import { beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initI18n } from '../../i18n/i18n';
import { ActionButton } from './ActionButton';
import { ChipGroup } from './ChipGroup';
import { MenuButton } from './MenuButton';
import { Stepper } from './Stepper';
import { ToggleChip } from './ToggleChip';

beforeAll(() => {
  void initI18n('en');
});

const letters = ['a', 'b', 'c', 'd'];

function Letters() {
  const [chosen, setChosen] = useState('b');
  const [isOff, setOff] = useState(false);
  return (
    <>
      <ActionButton label="before" hint="Does something." onPress={() => setOff(true)} />
      <ChipGroup label="letters">
        {letters.map((letter) => (
          <ToggleChip
            key={letter}
            label={letter}
            value={letter === chosen}
            disabled={isOff && letter === 'c'}
            onChange={() => setChosen(letter)}
          />
        ))}
        <MenuButton
          label="menu"
          items={[{ id: 'x', label: 'x', description: 'Does x.' }]}
          onAction={() => {}}
          hint="Opens a menu."
        />
      </ChipGroup>
      <ActionButton label="after" hint="Does something." onPress={() => {}} />
    </>
  );
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('is one tab stop, at the pressed chip first and then where it was left', async () => {
  await render(<Letters />);
  await button('before').click();
  await userEvent.tab();
  await expect.element(button('b')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  // The third is disabled by now.
  await expect.element(button('d')).toHaveFocus();
  await userEvent.tab();
  await expect.element(button('after')).toHaveFocus();
  await userEvent.tab({ shift: true });
  await expect.element(button('d')).toHaveFocus();
  await userEvent.tab({ shift: true });
  await expect.element(button('before')).toHaveFocus();
});

it('goes to the ends and round them, and presses with the space bar', async () => {
  await render(<Letters />);
  await button('before').click();
  await userEvent.tab();
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.element(button('menu')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight} ');
  await expect.element(button('a')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{End}{ArrowDown}');
  await expect.element(page.getByRole('menuitem', { name: 'x' })).toBeVisible();
});

it('a stepper is one tab stop too', async () => {
  await render(
    <>
      <Stepper label="units" value={8} range={[1, 128]} onChange={() => {}} />
      <ActionButton label="after" hint="Does something." onPress={() => {}} />
    </>,
  );
  await userEvent.tab();
  await expect.element(page.getByRole('textbox', { name: 'units' })).toHaveFocus();
  await userEvent.tab();
  await expect.element(button('after')).toHaveFocus();
});
