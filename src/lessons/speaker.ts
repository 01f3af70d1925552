/** The window of the speaker and the one that is projected tell each other, within one browser, which stop is on. */
import { useEffect, useState } from 'react';

export interface Stop {
  readonly lesson: string;
  readonly card: string;
}

type Message = { readonly type: 'stop'; readonly stop: Stop } | { readonly type: 'here' | 'where' };

const channelName = 'quadrant-speaker';

function post(channel: BroadcastChannel, message: Message): void {
  channel.postMessage(message);
}

/** Answers whether the browser let it open. */
export function openSpeakerWindow(lang: string): boolean {
  const address = `${location.pathname}?lang=${lang}&speaker`;
  return window.open(address, channelName, 'popup,width=560,height=640') !== null;
}

/** How often the projected window asks whether the other is still there: a window that is closed may not get to say it. */
const askMs = 1000;

/** What was known last, for the next stop. */
let wasOpen = false;

/** For the projected window: tells the stop, and answers whether the speaker has a window. */
export function useSpeakerWindow({ lesson, card }: Stop): boolean {
  const [isOpen, setIsOpen] = useState(wasOpen);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    let isAnswered = true;
    const know = (isThere: boolean) => {
      wasOpen = isThere;
      setIsOpen(isThere);
    };
    const ask = () => {
      if (!isAnswered) know(false);
      isAnswered = false;
      post(channel, { type: 'where' });
    };
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type !== 'here') return;
      isAnswered = true;
      know(true);
      post(channel, { type: 'stop', stop: { lesson, card } });
    };
    ask();
    const timer = setInterval(ask, askMs);
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, [lesson, card]);
  return isOpen;
}

/** For the speaker's: the stop that is on; null before it is known. */
export function useStop(): Stop | null {
  const [stop, setStop] = useState<Stop | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === 'stop') setStop((before) => (isSame(before, data.stop) ? before : data.stop));
      if (data.type === 'where') post(channel, { type: 'here' });
    };
    post(channel, { type: 'here' });
    return () => channel.close();
  }, []);
  return stop;
}

function isSame(a: Stop | null, b: Stop): boolean {
  return a?.lesson === b.lesson && a.card === b.card;
}
