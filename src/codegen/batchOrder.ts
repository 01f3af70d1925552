/**
 * The order in which the page visits the points, written out in Python and JavaScript: `createRandom(seed, epoch).permute` of
 * random.ts, that is splitmix32 from the seeds, sfc32, and Fisher–Yates from the inside out.
 */
import { code, comment } from './code';
import type { Block } from './program';
import type { ProgramContext } from './programContext';

const words = {
  title: {
    en: 'The order of the points in each epoch, as the page draws it.',
    zh: '每一轮中样本的顺序，与页面上的相同。',
  },
  answer: {
    en: 'Indices of m points, shuffled (sfc32, Fisher-Yates); epochs count from 0.',
    zh: '打乱后的 m 个样本的序号（sfc32，Fisher-Yates）；轮数从 0 数起。',
  },
  seed: { en: 'the seed of the page', zh: '页面的随机种子' },
};

/** Whether the program needs it. */
function isOrdered({ inlined, batchSize, freezesAll }: ProgramContext): boolean {
  return inlined && batchSize !== null && !freezesAll;
}

/** A block of its own before the descent, so that nothing of it stands among the steps of the course; none where nothing is shuffled. */
export function orderBlocks(facts: ProgramContext, language: 'python' | 'javascript'): Block[] {
  if (!isOrdered(facts)) return [];
  const text = language === 'python' ? pythonOrder(facts) : javascriptOrder(facts);
  return [{ step: 'order', words: [facts.say(words.title)], formula: '', pieces: code(text) }];
}

function pythonOrder({ say, experiment }: ProgramContext): string {
  return `
def epoch_order(epoch, m):
    """${say(words.answer)}"""

    def scramble(t):
        t = (t ^ t >> 16) * 0x21F0AAAD % 2**32
        t = (t ^ t >> 15) * 0x735A2D97 % 2**32
        return t ^ t >> 15

    mix = 0x9E3779B9
    for value in (${experiment.training.shuffleSeed}, epoch):  # ${say(words.seed)}
        stirred = scramble((mix + 0x9E3779B9) % 2**32)
        mix = ((mix ^ value) * 0x85EBCA6B + stirred) % 2**32
    p, q, r = [scramble((mix + k * 0x9E3779B9) % 2**32) for k in (1, 2, 3)]
    order = []
    for count in range(1, m + 13):
        t = (p + q + count) % 2**32
        p = q ^ q >> 9
        q = (r + (r << 3)) % 2**32
        r = ((r << 21 | r >> 11) + t) % 2**32
        if count > 12:  # ${say({ en: 'the first twelve numbers are thrown away', zh: '前 12 个随机数不用' })}
            i = count - 13
            j = t * (i + 1) >> 32
            order.append(i)
            order[i], order[j] = order[j], i
    return np.array(order)`;
}

function javascriptOrder({ say, experiment }: ProgramContext): string {
  return `${comment('// ', say(words.answer))}
function epochOrder(epoch, m) {
  const scramble = (value) => {
    let t = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let mix = 0x9e3779b9;
  for (const value of [${experiment.training.shuffleSeed}, epoch]) { // ${say(words.seed)}
    const stirred = scramble((mix + 0x9e3779b9) | 0);
    mix = (Math.imul(mix ^ value, 0x85ebca6b) + stirred) | 0;
  }
  let [p, q, r] = [1, 2, 3].map((k) => scramble((mix + k * 0x9e3779b9) | 0));
  const order = [];
  for (let count = 1; count <= m + 12; count++) {
    const t = (p + q + count) | 0;
    p = q ^ (q >>> 9);
    q = (r + (r << 3)) | 0;
    r = (((r << 21) | (r >>> 11)) + t) | 0;
    if (count <= 12) continue; // ${say({ en: 'the first twelve numbers are thrown away', zh: '前 12 个随机数不用' })}
    const i = count - 13;
    const j = Math.floor(((t >>> 0) * (i + 1)) / 2 ** 32);
    order.push(i);
    order[i] = order[j];
    order[j] = i;
  }
  return order;
}`;
}
