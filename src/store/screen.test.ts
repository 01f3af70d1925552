import { describe, expect, it } from 'vitest';
import { partsShown, readAddress, writeAddress } from './screen';

const nothing = {
  view: {},
  page: null,
  lesson: null,
  card: null,
  figure: null,
  task: null,
  isSpeaker: false,
  epoch: 0,
  problems: [],
};

describe('the view in the address', () => {
  it('is read as it was written', () => {
    const view = {
      mode: 'present',
      show: ['plane', 'point'],
      lock: ['data', 'model'],
      probe: { kind: 'point', index: 37 },
    } as const;
    const address = writeAddress(view, 'one-point');
    expect(address).toBe('?mode=present&show=plane,point&lock=data,model&page=one-point&point=37');
    expect(readAddress(address)).toEqual({ ...nothing, view, page: 'one-point' });
  });

  it('may name a lesson and a card', () => {
    expect(readAddress('?mode=learn&lesson=keras&card=count')).toEqual({
      ...nothing,
      view: { mode: 'learn' },
      lesson: 'keras',
      card: 'count',
    });
  });

  it('may name a figure, one that there is', () => {
    expect(readAddress('?figure=minus-log').figure).toBe('minus-log');
    const { figure, problems } = readAddress('?figure=minus');
    expect(figure).toBeNull();
    expect(problems.map(({ field, value }) => [field, value])).toEqual([['figure', 'minus']]);
  });

  it('asks for nothing where nothing is asked', () => {
    expect(readAddress('?lang=zh')).toEqual(nothing);
    expect(writeAddress({ mode: 'explore', show: null, lock: [], probe: null }, 'code')).toBe('');
  });

  it('takes what it knows and names each value that it does not', () => {
    const { view, problems, epoch } = readAddress(
      '?mode=film&show=plane,chart&lock=data,brain&point=-3&epoch=1e9&speed=warp',
    );
    expect(view).toEqual({ show: ['plane'], lock: ['data'] });
    expect(epoch).toBe(0);
    expect(problems.map(({ field, value }) => `${field}=${value}`)).toEqual([
      'mode=film',
      'speed=warp',
      'show=chart',
      'lock=brain',
      'point=-3',
      'epoch=1e9',
    ]);
  });

  it('never empties the screen', () => {
    expect(partsShown({ mode: 'explore', ...readAddress('?show=').view, show: null })).toContain('plane');
    expect(readAddress('?show=nothing').view.show).toBeUndefined();
  });
});
