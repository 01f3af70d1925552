import { expect, it } from 'vitest';
import { heads } from './index';
import { headNotes } from './notes';

it('every head has notes, and no notes are of anything else', () => {
  expect(Object.keys(headNotes).sort()).toEqual(Object.keys(heads).sort());
});
