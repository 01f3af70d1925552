import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examples } from './examples';

it('the menu of examples names every file of public/examples and no other', () => {
  const files = readdirSync('public/examples').map((file) => file.replace('.json', ''));
  expect(examples.map((example) => example.id).sort()).toEqual(files.sort());
});
