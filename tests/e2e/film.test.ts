/** The film: a pace that the eye can follow, an end of its own, and the loss curve as the timeline. */
import type { Page } from '@playwright/test';
import { defaultExperiment } from '../../src/engine/experiment';
import { encodeLink } from '../../src/persistence/link';
import { button, expect, figure, metric, open, showPage, test } from './page';

const timeline = (page: Page) => page.getByRole('slider', { name: /^(Timeline|时间轴)$/ });
const film = (page: Page) => page.getByRole('region', { name: /^(Training film|训练过程)$/ });

/** Every picture from now on, as its figures say it, one entry a frame in which something has changed. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: { epoch: number; loss: number; shown: string }[] = [];
    Object.assign(window, { seen });
    const output = (name: string) => document.querySelector<HTMLElement>(`[data-metric=${name}]`)!;
    const frame = () => {
      const epoch = Number(output('epoch').dataset.value);
      const loss = Number(output('trainLoss').dataset.value);
      const shown =
        document.querySelector('[role=slider][aria-valuetext]')?.getAttribute('aria-valuetext') ?? '';
      if (seen.at(-1)?.loss !== loss) seen.push({ epoch, loss, shown });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const seen = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: { epoch: number; loss: number; shown: string }[] }).seen);

test('Play shows each of the first updates, with the figures of the curve, and ends by itself; Replay shows the run again without training, and Pause holds it on the way', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  await test.step('Play shows each of the first updates, its figures are those of the curve, and it ends by itself', async () => {
    await watch(page);
    await button(page, 'Play').click();
    const line = film(page).getByText(/^Epoch [\d,]+: twice as many epochs changed no answer/);
    await expect(line).toBeVisible({ timeout: 60_000 });
    const pictures = await seen(page);
    // Ten updates an epoch: the first epoch alone has as many pictures, unless the machine draws fewer than 15 a second.
    expect(pictures.filter(({ epoch }) => epoch < 2).length).toBeGreaterThan(8);
    for (const { loss, shown } of pictures.slice(1)) {
      const onCurve = Number(/train ([\d.e−-]+)/.exec(shown)?.[1]?.replace('−', '-'));
      expect(Math.abs(onCurve - loss) / loss).toBeLessThan(0.01);
    }
    expect(await figure(page, 'trainAccuracy')).toBeGreaterThan(0.95);
    await expect(film(page).getByRole('button', { name: 'Go on' }).first()).toBeVisible();
  });

  await test.step('Replay shows the run again without training, and Pause holds it on the way', async () => {
    await expect(button(page, 'Replay')).toBeVisible();
    await expect.poll(() => metric(page, 'epochsPerSecond')).toBe('');
    const last = await figure(page, 'epoch');
    const loss = await metric(page, 'trainLoss');
    await watch(page);
    await button(page, 'Replay').click();
    await expect(page.getByText('Showing the run again …')).toBeVisible();
    await expect(page.getByText('Showing the run again …')).toBeHidden({ timeout: 20_000 });
    await expect.poll(() => metric(page, 'trainLoss')).toBe(loss);
    expect(await figure(page, 'epoch')).toBe(last);
    const epochs = (await seen(page)).map(({ epoch }) => epoch);
    expect(Math.min(...epochs)).toBe(0);
    expect(new Set(epochs).size).toBeGreaterThan(5);
    await button(page, 'Replay').click();
    await expect.poll(() => figure(page, 'epoch')).toBeLessThan(last);
    await button(page, 'Pause').click();
    await expect(film(page).getByRole('button', { name: 'Go on' }).first()).toBeVisible();
  });
});

/** What a part of the page says in each frame in which the figures of the run have changed. */
function pictures(page: Page, selector: string, count: number): Promise<string[]> {
  return page.evaluate(
    ([wanted, enough]) =>
      new Promise<string[]>((answer) => {
        const said: string[] = [];
        let last: string | undefined;
        const frame = () => {
          const now = document.querySelector<HTMLElement>('[data-metric=trainLoss]')?.dataset.value;
          if (now !== last) said.push(document.querySelector(wanted)?.textContent ?? '');
          last = now;
          if (said.length < enough) requestAnimationFrame(frame);
          else answer(said);
        };
        frame();
      }),
    [selector, count] as const,
  );
}

test('numbers of the formula and of the table change in the frame of each picture', async ({ page }) => {
  await open(page, 'lang=en&page=formula');
  await page.getByText('With numbers', { exact: true }).click();
  for (const [name, selector] of [
    ['Formula', '#page [data-matrix]'],
    ['How well', '#page [role=grid] tbody'],
  ] as const) {
    await showPage(page, name);
    await expect(page.locator(selector).first(), name).not.toBeEmpty();
    const said = pictures(page, selector, 12);
    await button(page, 'Play').click();
    // One update each: no two pictures have the same numbers.
    expect(new Set(await said).size, name).toBe(12);
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'epoch'), name).toBe(0);
    await expect(button(page, 'Play')).toBeVisible();
  }
});

test('whatever stops it, Go on trains on, and so does a step', async ({ page }) => {
  const stop = { epochs: 3, trainLoss: null, plateau: null };
  const limited = { ...defaultExperiment, training: { ...defaultExperiment.training, stop } };
  await open(page, `lang=en${encodeLink(limited)}`);
  await button(page, 'Play').click();
  await expect(film(page).getByText('Epoch 3: the limit of epochs is reached.')).toBeVisible({
    timeout: 20_000,
  });
  const loss = await metric(page, 'trainLoss');
  await button(page, 'One step').click();
  await expect.poll(() => metric(page, 'trainLoss')).not.toBe(loss);
  await film(page).getByRole('button', { name: 'Go on' }).first().click();
  await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(5);
});

test('the timeline is moved by keys, and training goes on from there the same way', async ({ page }) => {
  await open(page);
  const losses: string[] = [await metric(page, 'trainLoss')];
  for (let update = 1; update <= 3; update++) {
    await button(page, 'One step').click();
    await expect.poll(() => metric(page, 'trainLoss')).not.toBe(losses.at(-1));
    losses.push(await metric(page, 'trainLoss'));
  }
  await timeline(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[0]);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
  await page.keyboard.press('End');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[3]);
  // A key that follows at once goes on from where the one before was sent, not from where the run still stands.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
  await page.keyboard.press('Home');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[0]);
  await button(page, 'One step').click();
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
});

for (const [lang, ...widths] of [
  ['en', 1440, 1280],
  ['zh', 1366, 1024],
] as const) {
  test(`the playhead is dragged by mouse at ${widths.join(' and ')} px in ${lang}`, async ({ page }) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 768 });
      await open(page, `lang=${lang}&speed=once`);
      await page.keyboard.press('Space');
      await expect
        .poll(() => figure(page, 'epoch'), { timeout: 20_000, message: `${width} px` })
        .toBeGreaterThan(100);
      const box = (await timeline(page).boundingBox())!;
      expect(box.width, `${width} px`).toBeGreaterThan(200);
      await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 8 });
      await page.mouse.up();
      await expect.poll(() => figure(page, 'epoch'), `${width} px`).toBe(0);
      await expect(page.getByRole('button', { name: /^(Pause|暂停)$/ }), `${width} px`).toBeHidden();
    }
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the playhead is dragged, and Play goes on from there', async ({ page }) => {
    await open(page, 'lang=zh&speed=once');
    await page.getByRole('button', { name: '开始训练' }).tap();
    await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(100);
    const box = (await timeline(page).boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const at = (x: number) => [{ x, y: box.y + box.height / 2 }];
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: at(box.x + box.width * 0.7),
    });
    for (const share of [0.6, 0.4, 0.2, 0.13]) {
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: at(box.x + box.width * share),
      });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => figure(page, 'epoch')).toBeLessThan(5);
    await page.getByRole('button', { name: '继续' }).first().tap();
    await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(20);
  });
});

test('the speeds are a group of three, Slow has a rate, and the address may choose one; a logarithmic cost axis is offered once, when the cost is low', async ({
  page,
}) => {
  await open(page, 'lang=en&speed=slow');
  const offer = button(page, 'log axis');
  await expect(offer).toBeHidden();
  await test.step('the speeds are a group of three, Slow has a rate, and the address may choose one', async () => {
    const speeds = page.getByRole('radiogroup', { name: 'Speed' });
    await expect(speeds.getByRole('radio', { name: 'Slow' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'updates/s, typed' })).toHaveValue('3');
    await speeds.getByText('At once').click();
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(1000);
  });

  await test.step('a logarithmic cost axis is offered once, when the cost is low', async () => {
    await expect(offer).toBeVisible({ timeout: 20_000 });
    await offer.click();
    await expect(offer).toBeHidden();
    await button(page, 'Axes').click();
    await expect(
      page.getByRole('radiogroup', { name: 'Cost axis' }).getByRole('radio', { name: 'log' }),
    ).toBeChecked();
  });
});
