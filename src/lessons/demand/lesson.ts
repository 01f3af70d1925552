import { defaultExperiment } from '../../engine/experiment';
import { type Demand, demandValues, firstDemand } from '../../engine/model/demand';
import { look } from '../../store/store';
import { all } from '../checks';
import type { Check, Lesson } from '../lesson';

function unit(of: 'awareness' | 'topSeller', demand: Demand): number {
  const { units, topSeller } = demandValues(demand);
  return of === 'topSeller' ? topSeller : (units[1] as number);
}

const hasActivation =
  (activation: Demand['activation']): Check =>
  ({ demand }) =>
    demand.activation === activation;

const marketing = (demand: Demand): number => demand.inputs[2] as number;

export const lesson: Lesson = {
  number: 3,
  title: { en: 'Activation functions', zh: '激活函数' },
  about: {
    en: 'Whether a T-shirt will sell: what a hidden unit may answer, with σ, ReLU and none.',
    zh: 'T 恤会不会畅销：隐藏单元用 σ、ReLU 或不用激活函数，各能给出什么数。',
  },
  experiment: defaultExperiment,
  cards: [
    {
      id: 'sliders',
      kind: 'make',
      page: 'demand',
      show: ['point'],
      look: { demand: firstDemand },
      check: ({ demand }) => unit('topSeller', demand) > 0.9,
      help: () => look({ demand: { inputs: [3, 0, 8, 8], activation: 'sigmoid' } }),
    },
    {
      id: 'saturate',
      kind: 'predict',
      page: 'demand',
      show: ['point'],
      look: { demand: { ...firstDemand, inputs: [5, 5, 5, 5] } },
      choices: ['doubles', 'hardly'],
      check: all(hasActivation('sigmoid'), ({ demand }) => marketing(demand) === 10),
      help: ({ demand }) => look({ demand: { inputs: demand.inputs.with(2, 10), activation: 'sigmoid' } }),
    },
    {
      id: 'relu',
      kind: 'make',
      page: 'demand',
      show: ['point'],
      look: { demand: { ...firstDemand, inputs: [5, 5, 5, 5] } },
      check: all(hasActivation('relu'), ({ demand }) => unit('awareness', demand) > 5),
      help: ({ demand }) => look({ demand: { inputs: demand.inputs.with(2, 10), activation: 'relu' } }),
    },
    {
      id: 'unknown',
      kind: 'explain',
      page: 'demand',
      show: ['point'],
      look: { demand: { inputs: [5, 5, 1, 5], activation: 'relu' } },
      choices: ['minusTwo', 'zero', 'half'],
      right: 'zero',
      check: () => true,
    },
    {
      id: 'linear',
      kind: 'predict',
      page: 'demand',
      show: ['point'],
      look: { demand: { inputs: [5, 5, 5, 5], activation: 'sigmoid' } },
      choices: ['yes', 'no'],
      check: all(hasActivation('linear'), ({ demand }) => unit('awareness', demand) < 0),
      help: ({ demand }) => look({ demand: { inputs: demand.inputs.with(2, 0), activation: 'linear' } }),
    },
  ],
};
