/** For tests only: a regression whose targets a fresh network is far from, 47 made-up house prices by area and bedrooms. */
import type { Experiment } from '../../src/engine/experiment';
import { networkExperiment } from './testExperiment';

/** Square feet, bedrooms, hundreds of dollars. */
const sales = `
  2859,1,5054 1289,1,2595 1217,3,2078 1797,5,2503 934,1,2399 1089,1,1835 3036,3,5028 1026,1,2194
  2651,1,4341 1090,2,2290 875,2,2655 2290,3,3528 2215,2,3500 2767,4,4570 2194,1,3858 2983,5,4421
  2518,4,3227 1622,1,3436 1803,3,3330 1310,2,2086 1665,1,3176 3528,2,5704 2657,2,3698 1545,4,3104
  1024,3,1838 2699,1,4820 3102,3,5260 1979,3,3397 4108,4,5839 1796,2,3700 1284,3,2669 3674,5,5724
  1146,1,2403 2459,3,4069 1467,2,1815 3289,1,5527 1775,4,3170 1135,4,2615 1586,4,2747 2739,2,4535
  2318,3,4207 3132,3,4626 3071,1,4738 917,1,1997 1029,5,2351 2188,3,3371 2365,1,4323
`
  .trim()
  .split(/\s+/)
  .map((sale) => sale.split(',').map(Number));

export const houses: Experiment = {
  ...networkExperiment,
  data: {
    ...networkExperiment.data,
    task: 'regression',
    source: {
      kind: 'own',
      x1: sales.map(([area = 0]) => area),
      x2: sales.map(([, bedrooms = 0]) => bedrooms),
      y: sales.map(([, , price = 0]) => 100 * price),
    },
    plane: { x: [0, 5000], y: [0, 6] },
    testShare: 0,
    standardize: true,
  },
  model: {
    ...networkExperiment.model,
    hidden: [{ units: 8, activation: 'relu' }],
    outputActivation: 'linear',
  },
  loss: { ...networkExperiment.loss, id: 'squaredError' },
  training: { ...networkExperiment.training, batchSize: 'all' },
};
