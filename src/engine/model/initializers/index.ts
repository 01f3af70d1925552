/**
 * The initialisers, in the order of the menu. Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998. The normal ones are
 * plain normals, not the truncated ones of Keras: same variance, one draw each.
 */
import type { Localized } from '../../../i18n/localized';
import type { Random } from '../../random';

interface Initializer {
  readonly id: string;
  readonly name: Localized;
  readonly formula: string;
  /** One kernel entry of a layer with `fanIn` inputs and `fanOut` units; biases start at 0. */
  draw(fanIn: number, fanOut: number, random: Random): number;
}

const uniformIn = (limit: number, random: Random) => (2 * random.uniform() - 1) * limit;

export const initializers = {
  glorotUniform: {
    id: 'glorotUniform',
    name: { en: 'Glorot uniform', zh: 'Glorot 均匀' },
    formula: 'w \\sim U\\left(\\pm\\sqrt{6 / (n_{in} + n_{out})}\\right)',
    draw: (fanIn, fanOut, random) => uniformIn(Math.sqrt(6 / (fanIn + fanOut)), random),
  },
  glorotNormal: {
    id: 'glorotNormal',
    name: { en: 'Glorot normal', zh: 'Glorot 正态' },
    formula: 'w \\sim N\\left(0, 2 / (n_{in} + n_{out})\\right)',
    draw: (fanIn, fanOut, random) => Math.sqrt(2 / (fanIn + fanOut)) * random.normal(),
  },
  heUniform: {
    id: 'heUniform',
    name: { en: 'He uniform', zh: 'He 均匀' },
    formula: 'w \\sim U\\left(\\pm\\sqrt{6 / n_{in}}\\right)',
    draw: (fanIn, _fanOut, random) => uniformIn(Math.sqrt(6 / fanIn), random),
  },
  heNormal: {
    id: 'heNormal',
    name: { en: 'He normal', zh: 'He 正态' },
    formula: 'w \\sim N(0, 2 / n_{in})',
    draw: (fanIn, _fanOut, random) => Math.sqrt(2 / fanIn) * random.normal(),
  },
  lecunNormal: {
    id: 'lecunNormal',
    name: { en: 'LeCun normal', zh: 'LeCun 正态' },
    formula: 'w \\sim N(0, 1 / n_{in})',
    draw: (fanIn, _fanOut, random) => Math.sqrt(1 / fanIn) * random.normal(),
  },
  uniform: {
    id: 'uniform',
    name: { en: 'uniform ±0.5', zh: '均匀 ±0.5' },
    formula: 'w \\sim U(-0.5, 0.5)',
    draw: (_fanIn, _fanOut, random) => uniformIn(0.5, random),
  },
  normal: {
    id: 'normal',
    name: { en: 'normal, std 1', zh: '正态，标准差 1' },
    formula: 'w \\sim N(0, 1)',
    draw: (_fanIn, _fanOut, random) => random.normal(),
  },
  zeros: {
    id: 'zeros',
    name: { en: 'zeros', zh: '全零' },
    formula: 'w = 0',
    draw: () => 0,
  },
} as const satisfies Record<string, Initializer>;

export type InitializerId = keyof typeof initializers;
