/** Training as a learner meets it: Play, One step, Start over, other weights, another device, a run that diverges. */
import {
  button,
  chooseDevice,
  colours,
  expect,
  figure,
  metric,
  open,
  openMore,
  openSheet,
  stepEpoch,
  test,
} from './page';

const network = 'lang=en&example=network-four-blobs';

test('Play lowers the loss and bends the boundary, Pause holds both; what is chosen while it plays takes over where the run is: a device, a rate, an optimiser; layers start it again', {
  tag: '@core',
}, async ({ page }) => {
  await open(page, `${network}&speed=once`);
  await test.step('Play lowers the loss and bends the boundary; Pause holds both', async () => {
    const before = await figure(page, 'trainLoss');
    const answer = page.getByRole('img', { name: /^Points: / }).first();
    await expect.poll(() => colours(answer)).toBeGreaterThan(20);
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'trainLoss'), { timeout: 20_000 }).toBeLessThan(before / 5);
    // The first pictures of a playing run have too little time behind them to tell a speed from.
    await expect.poll(() => figure(page, 'epochsPerSecond')).toBeGreaterThan(0);
    await button(page, 'Pause').click();
    await expect(button(page, 'Go on')).toBeVisible();
    await expect.poll(() => metric(page, 'epochsPerSecond')).toBe('');
    // The worker finishes the turn it is in. What comes from another device was asked for later, and trained on if anything did.
    await chooseDevice(page, 'CPU');
    await expect.poll(() => metric(page, 'device')).toBe('reference');
    const [epoch, loss] = [await figure(page, 'epoch'), await figure(page, 'trainLoss')];
    expect(epoch).toBeGreaterThan(0);
    await chooseDevice(page, 'WASM');
    await expect.poll(() => metric(page, 'device')).toBe('wasm');
    expect(await figure(page, 'epoch')).toBe(epoch);
    expect(await figure(page, 'trainLoss')).toBeCloseTo(loss, 5);
    await expect(button(page, 'Go on')).toBeVisible();
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
  });

  await test.step('a device that is chosen while it plays takes over where the run is', async () => {
    await button(page, 'Play').click();
    for (const [name, device] of [
      ['CPU', 'reference'],
      ['WASM', 'wasm'],
    ] as const) {
      await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(10);
      const before = await figure(page, 'epoch');
      const loss = await figure(page, 'trainLoss');
      await chooseDevice(page, name);
      await expect.poll(() => metric(page, 'device')).toBe(device);
      const moved = await figure(page, 'epoch');
      expect(moved).toBeGreaterThanOrEqual(before);
      expect(await figure(page, 'trainLoss')).toBeLessThan(loss * 1.5 + 0.05);
      await expect.poll(() => figure(page, 'epoch'), { timeout: 20_000 }).toBeGreaterThan(moved);
    }
    await button(page, 'Pause').click();
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
  });

  await test.step('learning rate and optimiser change while it runs, layers start it again', async () => {
    await openSheet(page, 'Training');
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(5);
    const epoch = await figure(page, 'epoch');
    await page.getByRole('button', { name: /Optimiser/ }).click();
    await page.getByRole('option', { name: 'RMSProp' }).click();
    await expect(page.getByRole('button', { name: /^Training:/ })).toHaveText(/RMSProp/);
    expect(await figure(page, 'epoch')).toBeGreaterThanOrEqual(epoch);
    const later = await figure(page, 'epoch');
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(later);
    await button(page, 'Pause').click();
    await openSheet(page, 'Model');
    await button(page, 'Add layer').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
    await expect(page.getByText('769 weights and biases')).toBeVisible();
  });
});

test('One step trains one update or one epoch, Start over goes back to the same weights, New weights to others', async ({
  page,
}) => {
  await open(page);
  const loss = () => metric(page, 'trainLoss');
  const first = await loss();
  const losses: string[] = [];
  // Ten updates an epoch; a step shows its picture before the next one is asked for.
  for (let update = 1; update <= 10; update++) {
    const before = await loss();
    await button(page, 'One step').click();
    await expect.poll(loss).not.toBe(before);
    await expect.poll(() => figure(page, 'epoch')).toBe(update < 10 ? 0 : 1);
    losses.push(await loss());
  }
  expect(Number(losses[0])).toBeLessThan(Number(first));
  await button(page, 'Start over').click();
  await expect.poll(loss).toBe(first);
  await stepEpoch(page);
  await expect.poll(loss).toBe(losses[9]);
  await openMore(page);
  await button(page, 'New weights').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(0);
  await expect.poll(async () => [first, '', ...losses].includes(await loss())).toBe(false);
  const other = await loss();
  await page.keyboard.press('Escape');
  await stepEpoch(page);
  await expect.poll(loss).not.toBe(other);
  await button(page, 'Start over').click();
  await expect.poll(loss).toBe(other);
});

test('a four-arm spiral trains to more than 95 % test accuracy', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'lang=en&example=spiral-four&speed=once');
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'testAccuracy'), { timeout: 110_000 }).toBeGreaterThan(0.95);
});

test('the devices say how fast they are, what was chosen and why, also by keyboard; a run goes on from one to another, WebGL too, and arrives where one that stays arrives', async ({
  page,
}) => {
  await open(page, network);
  await test.step('behind the button at the corner one reads how fast the devices are, what was chosen and why, also by keyboard', async () => {
    const opener = button(page, 'More of the page');
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'More of the page' });
    await expect(dialog.getByText('Running on WASM SIMD')).toBeVisible();
    await expect(dialog.getByText(/^Takes WASM SIMD: /)).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByRole('radio', { name: /^WASM SIMD, [\d,.]+ epochs\/s$/ })).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /^GPU/ })).toHaveAccessibleDescription(/^Not tried: /);
    const automatic = dialog.getByRole('radio', { name: 'Automatic' });
    for (let stops = 0; stops < 12; stops++) {
      if (await automatic.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(automatic).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('radio', { name: /^CPU/ })).toBeChecked();
    await expect(dialog.getByText('Running on CPU (reference)')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: 'Automatic' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect.poll(() => metric(page, 'device')).toBe('wasm');
  });

  await test.step('a run that changes its device on the way arrives where one that does not arrives', async () => {
    const stepped = async () => {
      await stepEpoch(page);
      return Promise.all(['trainLoss', 'testLoss'].map((name) => figure(page, name)));
    };
    const first = await metric(page, 'trainLoss');
    for (let epoch = 1; epoch <= 3; epoch++) await stepped();
    const straight = await stepped();
    await button(page, 'Start over').click();
    await expect.poll(() => metric(page, 'trainLoss')).toBe(first);
    for (const [i, [name, device]] of (
      [
        ['CPU', 'reference'],
        ['WASM', 'wasm'],
        ['CPU', 'reference'],
        ['Automatic', 'wasm'],
      ] as const
    ).entries()) {
      const before = await metric(page, 'trainLoss');
      await chooseDevice(page, name);
      await expect.poll(() => metric(page, 'device')).toBe(device);
      expect(await figure(page, 'epoch')).toBe(i);
      expect(await figure(page, 'trainLoss')).toBeCloseTo(Number(before), 4);
      const losses = await stepped();
      if (i === 3) for (const k of [0, 1]) expect(losses[k]).toBeCloseTo(straight[k]!, 4);
    }
    await button(page, 'Start over').click();
    await expect.poll(() => metric(page, 'trainLoss')).toBe(first);
  });

  await test.step('the learner may force WebGL, and the run goes on there from the same weights', async () => {
    const hasWebgl = await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
    expect(hasWebgl, 'this Chromium offers WebGL 2').toBe(true);
    await stepEpoch(page);
    const loss = await figure(page, 'trainLoss');
    await chooseDevice(page, 'GPU');
    await expect.poll(() => metric(page, 'device'), { timeout: 30_000 }).toBe('webgl');
    expect(await figure(page, 'trainLoss')).toBeCloseTo(loss, 4);
    await stepEpoch(page);
    expect(await figure(page, 'trainLoss')).toBeLessThan(loss);
  });
});

test('a run that diverges stops with finite weights and says why', { tag: '@core' }, async ({ page }) => {
  await open(page, 'lang=en&example=regression-line');
  await openSheet(page, 'Training');
  const rate = page.getByRole('textbox', { name: 'Learning rate α, typed' });
  await rate.fill('10');
  await rate.press('Enter');
  await button(page, 'Play').click();
  const film = page.getByRole('region', { name: 'Training film' });
  await expect(film.getByText(/Training diverged in epoch/)).toBeVisible({ timeout: 20_000 });
  expect(Number.isFinite(await figure(page, 'trainLoss'))).toBe(true);
  await expect(button(page, 'Pause')).toBeHidden();
  await film.getByRole('button', { name: 'Learning rate ÷ 10' }).click();
  await expect(rate).toHaveValue('1');
});
