/** What pointer and keys do on the contour: point at a place, choose it, walk about. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import type { CostPicture, Place } from './costPicture';
import type { Pointing } from './pointing';
import type { Trail } from './trail';

export interface ContourWords {
  readonly label: string;
  readonly instructions: string;
  /** A place and J there. */
  readonly reading: (place: Place) => string;
  readonly picked: (place: Place) => string;
}

export interface ContourInteractionOptions {
  readonly picture: CostPicture;
  readonly trail: ReadableStore<Trail>;
  readonly pointed: Pointing;
  /** Answers whether the place could be set. */
  readonly onPick: (place: Place) => boolean;
  readonly words: ContourWords;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** A key moves the cursor by this share of the range; with Shift by four times as much. */
const stride = 1 / 40;

export function useContourInteraction({ picture, trail, pointed, onPick, words }: ContourInteractionOptions) {
  const [said, setSaid] = useState('');
  const isDown = useRef(false);
  const { box } = picture.surface;

  const placeUnder = (event: PointerEvent<HTMLElement>): Place => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return {
      x: box.left + clamp((event.clientX - left) / width) * (box.right - box.left),
      y: box.top - clamp((event.clientY - top) / height) * (box.top - box.bottom),
    };
  };
  const pick = (place: Place) => {
    if (onPick(place)) setSaid(words.picked(place));
  };
  const act = createKeys({ picture, trail, pointed, words }, pick, setSaid);
  const end = () => {
    isDown.current = false;
  };

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      isDown.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeUnder(event);
      pointed.set(place);
      pick(place);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const place = placeUnder(event);
      pointed.set(place);
      if (isDown.current) onPick(place);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: () => {
      if (!isDown.current) pointed.set(null);
    },
    onBlur: () => pointed.set(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { handlers, said };
}

/** Answers whether a key means something here. */
function createKeys(
  { picture, trail, pointed, words }: Omit<ContourInteractionOptions, 'onPick'>,
  pick: (place: Place) => void,
  say: (text: string) => void,
): (event: KeyboardEvent) => boolean {
  const { box } = picture.surface;
  const walk = ([dx, dy]: readonly [number, number], paces: number) => {
    const from = pointed.get() ?? trail.get().here ?? middleOf(picture);
    const place = {
      x: within(from.x + dx * paces * stride * (box.right - box.left), box.left, box.right),
      y: within(from.y + dy * paces * stride * (box.top - box.bottom), box.bottom, box.top),
    };
    pointed.set(place);
    say(words.reading(place));
  };
  return ({ key, shiftKey }) => {
    const place = pointed.get();
    const arrow = arrows[key];
    if (arrow) walk(arrow, shiftKey ? 4 : 1);
    else if ((key === 'Enter' || key === ' ') && place) pick(place);
    else if (key === 'Escape' && place) pointed.set(null);
    else return false;
    return true;
  };
}

function middleOf({ surface: { box } }: CostPicture): Place {
  return { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 };
}

function clamp(share: number): number {
  return within(share, 0, 1);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
