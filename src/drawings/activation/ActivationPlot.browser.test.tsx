/** The picture of an activation as a slider: read off by pointer and by keys. */
import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { activations } from '../../engine/model/activations';
import { flatStretches } from '../../engine/model/activations/flatness';
import { ActivationPlot } from './ActivationPlot';

function Sigmoid() {
  const [z, setZ] = useState(0);
  const { at, derivative } = activations.sigmoid;
  return (
    <div style={{ width: 330, height: 140 }}>
      <ActivationPlot
        {...{ at, derivative, z }}
        flat={flatStretches({ derivative })}
        histogram={null}
        onZ={setZ}
        label="sigmoid"
      />
    </div>
  );
}

test('keys move z and the reading tells value and slope', async () => {
  const screen = await render(<Sigmoid />);
  const slider = screen.getByRole('slider', { name: 'sigmoid' });
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'z = 0, g(z) = 0.5, g′(z) = 0.25');
  slider.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '0.1');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '-0.9');
  await userEvent.keyboard('{End}{ArrowUp}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'z = 6, g(z) = 0.998, g′(z) = 0.00247');
});

test('a pointer drags z, and only while it is pressed', async () => {
  const screen = await render(<Sigmoid />);
  const slider = screen.getByRole('slider', { name: 'sigmoid' });
  // 300 px for z from −6 to 6, after 26 px for the numbers.
  await userEvent.hover(slider, { position: { x: 26 + 225, y: 60 } });
  await expect.element(slider).toHaveAttribute('aria-valuenow', '0');
  await userEvent.click(slider, { position: { x: 26 + 225, y: 60 } });
  await expect.element(slider).toHaveAttribute('aria-valuenow', '3');
});
