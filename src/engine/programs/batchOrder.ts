/**
 * The order in which the page visits the points, written out in Python and JavaScript: `createRandom(seed, epoch).permute` of
 * random.ts, that is splitmix32 from the seeds, sfc32, and Fisher–Yates from the inside out.
 */
import { comment } from './code';
import type { Facts } from './facts';

const words = {
  en: 'The order of the points in an epoch, as the page draws it (sfc32, Fisher-Yates).',
  zh: '一轮中样本的顺序，与页面的抽取方法相同（sfc32，Fisher-Yates）。',
};

export function pythonOrder({ say, experiment }: Facts): string {
  return `
def epoch_order(epoch, m, seed=${experiment.training.shuffleSeed}):
    """${say(words)}"""

    def scramble(t):
        t = (t ^ t >> 16) * 0x21F0AAAD % 2**32
        t = (t ^ t >> 15) * 0x735A2D97 % 2**32
        return t ^ t >> 15

    mix = 0x9E3779B9
    for value in (seed, epoch):
        stirred = scramble((mix + 0x9E3779B9) % 2**32)
        mix = ((mix ^ value) * 0x85EBCA6B + stirred) % 2**32
    a, b, c = [scramble((mix + k * 0x9E3779B9) % 2**32) for k in (1, 2, 3)]
    order = []
    for count in range(1, m + 13):
        t = (a + b + count) % 2**32
        a = b ^ b >> 9
        b = (c + (c << 3)) % 2**32
        c = ((c << 21 | c >> 11) + t) % 2**32
        if count > 12:  # the first twelve numbers are thrown away
            i = count - 13
            j = t * (i + 1) >> 32
            order.append(i)
            order[i], order[j] = order[j], i
    return np.array(order)
`;
}

export function javascriptOrder({ say, experiment }: Facts): string {
  return `
${comment('// ', say(words))}
function epochOrder(epoch, m, seed = ${experiment.training.shuffleSeed}) {
  const scramble = (value) => {
    let t = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let mix = 0x9e3779b9;
  for (const value of [seed, epoch]) {
    const stirred = scramble((mix + 0x9e3779b9) | 0);
    mix = (Math.imul(mix ^ value, 0x85ebca6b) + stirred) | 0;
  }
  let [a, b, c] = [1, 2, 3].map((k) => scramble((mix + k * 0x9e3779b9) | 0));
  const order = [];
  for (let count = 1; count <= m + 12; count++) {
    const t = (a + b + count) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    if (count <= 12) continue; // the first twelve numbers are thrown away
    const i = count - 13;
    const j = Math.floor(((t >>> 0) * (i + 1)) / 2 ** 32);
    order.push(i);
    order[i] = order[j];
    order[j] = i;
  }
  return order;
}
`;
}
