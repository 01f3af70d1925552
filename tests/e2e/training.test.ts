/** Training as a learner meets it: Play, One step, Start over, other weights, another device, a run that diverges. */
import { button, chooseDevice, colours, expect, figure, metric, open, test } from './page';

test('Play lowers the loss and bends the boundary; Pause holds both', async ({ page }) => {
  await open(page);
  const before = await figure(page, 'trainLoss');
  const answer = page.getByRole('img', { name: /^Points: / }).first();
  await expect.poll(() => colours(answer)).toBeGreaterThan(20);
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'trainLoss'), { timeout: 20_000 }).toBeLessThan(before / 5);
  // The first pictures of a playing run have too little time behind them to tell a speed from.
  await expect.poll(() => figure(page, 'epochsPerSecond')).toBeGreaterThan(0);
  await button(page, 'Pause').click();
  await expect(button(page, 'Play')).toBeVisible();
  await expect.poll(() => metric(page, 'epochsPerSecond')).toBe('');
  // The worker finishes the turn it is in; after that nothing moves any more.
  const still = async () => {
    const epoch = await figure(page, 'epoch');
    await page.waitForTimeout(400);
    return (await figure(page, 'epoch')) === epoch;
  };
  await expect.poll(still).toBe(true);
  const epoch = await figure(page, 'epoch');
  expect(epoch).toBeGreaterThan(0);
  await page.waitForTimeout(800);
  expect(await figure(page, 'epoch')).toBe(epoch);
});

test('One step trains one epoch or one update, Start over goes back to the same weights, New weights to others', async ({
  page,
}) => {
  await open(page);
  const first = await metric(page, 'trainLoss');
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(1);
  const stepped = await metric(page, 'trainLoss');
  expect(Number(stepped)).toBeLessThan(Number(first));
  await button(page, 'Start over').click();
  await expect.poll(() => metric(page, 'trainLoss')).toBe(first);
  await button(page, 'One step').click();
  await expect.poll(() => metric(page, 'trainLoss')).toBe(stepped);
  await page.getByRole('button', { name: 'Step by' }).click();
  await page.getByRole('option', { name: /one update/ }).click();
  await button(page, 'Start over').click();
  await button(page, 'One step').click();
  await expect.poll(() => metric(page, 'trainLoss')).not.toBe(first);
  expect(await figure(page, 'epoch')).toBe(0);
  await button(page, 'New weights').click();
  await expect.poll(async () => Number(await metric(page, 'trainLoss')) - Number(first)).not.toBe(0);
});

test('a four-arm spiral trains to more than 95 % test accuracy', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'lang=en&example=spiral-four');
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'testAccuracy'), { timeout: 110_000 }).toBeGreaterThan(0.95);
});

test('the learner may force WebGL, and the run goes on there from the same weights', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const hasWebgl = await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
  expect(hasWebgl, 'this Chromium offers WebGL 2').toBe(true);
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(1);
  const loss = await figure(page, 'trainLoss');
  await chooseDevice(page, 'GPU');
  await expect.poll(() => metric(page, 'device'), { timeout: 30_000 }).toBe('webgl');
  expect(await figure(page, 'trainLoss')).toBeCloseTo(loss, 4);
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch'), { timeout: 30_000 }).toBe(2);
  expect(await figure(page, 'trainLoss')).toBeLessThan(loss);
});

test('a run that changes its device on the way arrives where one that does not arrives', async ({ page }) => {
  await open(page);
  const stepped = async (epoch: number) => {
    await button(page, 'One step').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(epoch);
    return Promise.all(['trainLoss', 'testLoss'].map((name) => figure(page, name)));
  };
  const first = await metric(page, 'trainLoss');
  for (const epoch of [1, 2, 3]) await stepped(epoch);
  const straight = await stepped(4);
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
    const losses = await stepped(i + 1);
    if (i === 3) for (const k of [0, 1]) expect(losses[k]).toBeCloseTo(straight[k]!, 4);
  }
});

test('a device that is chosen while it plays takes over where the run is', async ({ page }) => {
  await open(page);
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
});

test('the popover tells how fast the devices are, what was chosen and why, and works by keyboard', async ({
  page,
}) => {
  await open(page);
  const opener = page.getByRole('button', { name: /^Device/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Device/ });
  await expect(dialog.getByText('Running on WASM SIMD')).toBeVisible();
  await expect(dialog.getByText(/^Takes WASM SIMD: /)).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByRole('radio', { name: /^WASM SIMD, [\d,.]+ epochs\/s$/ })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /^GPU/ })).toHaveAccessibleDescription(/^Not tried: /);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Automatic' })).toBeFocused();
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

test('a run that diverges stops with finite weights and says why', async ({ page }) => {
  await open(page, 'lang=en&example=regression-line');
  const rate = page.getByRole('textbox', { name: 'Learning rate α, typed' });
  await rate.fill('10');
  await rate.press('Enter');
  await button(page, 'Play').click();
  await expect(page.getByText(/Training diverged in epoch/)).toBeVisible({ timeout: 20_000 });
  expect(Number.isFinite(await figure(page, 'trainLoss'))).toBe(true);
  await expect(button(page, 'Play')).toBeVisible();
  await button(page, 'Learning rate ÷ 10').click();
  await expect(rate).toHaveValue('1');
});

test('learning rate and optimiser change while it runs, layers start it again', async ({ page }) => {
  await open(page);
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(5);
  await page.getByRole('button', { name: /Optimiser/ }).click();
  await page.getByRole('option', { name: 'RMSProp' }).click();
  const epoch = await figure(page, 'epoch');
  expect(epoch).toBeGreaterThan(5);
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(epoch);
  await button(page, 'Pause').click();
  await button(page, 'Add layer').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(0);
  await expect(page.getByText('204 weights and biases')).toBeVisible();
});
