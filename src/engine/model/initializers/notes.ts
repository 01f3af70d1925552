/** What is said of each initialiser and how programs write it; apart from the registry, because only lists and programs want it. */
import type { Localized } from '../../../i18n/localized';
import type { InitializerId } from './index';

interface InitializerNotes {
  /** How wide it draws, one sentence. */
  readonly hint: Localized;
  /** As the library takes it: an argument of a layer, a statement about `layer`, an array of n_in rows and n_out columns. */
  readonly programs: Readonly<Record<'keras' | 'pytorch' | 'tensorflowJs' | 'numpy', string>>;
  /** Keras draws again what lies beyond two standard deviations. */
  readonly isCutInKeras: boolean;
}

export const initializerNotes: Readonly<Record<InitializerId, InitializerNotes>> = {
  glorotUniform: {
    hint: {
      en: 'Even over a range that suits sigmoid and tanh; wide layers get smaller weights.',
      zh: '均匀分布，范围适合 sigmoid 和 tanh；层越宽，权重越小。',
    },
    programs: {
      keras: '"glorot_uniform"',
      pytorch: 'nn.init.xavier_uniform_(layer.weight)',
      tensorflowJs: "'glorotUniform'",
      numpy: 'rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(6 / (n_in + n_out))',
    },
    isCutInKeras: false,
  },
  glorotNormal: {
    hint: {
      en: 'Normal, with a spread that suits sigmoid and tanh; wide layers get smaller weights.',
      zh: '正态分布，标准差适合 sigmoid 和 tanh；层越宽，权重越小。',
    },
    programs: {
      keras: '"glorot_normal"',
      pytorch: 'nn.init.xavier_normal_(layer.weight)',
      tensorflowJs: "'glorotNormal'",
      numpy: 'rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))',
    },
    isCutInKeras: true,
  },
  heUniform: {
    hint: {
      en: 'Even over a wider range, which suits ReLU; many inputs get smaller weights.',
      zh: '均匀分布，范围较大，适合 ReLU；输入越多，权重越小。',
    },
    programs: {
      keras: '"he_uniform"',
      pytorch: 'nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")',
      tensorflowJs: "'heUniform'",
      numpy: 'rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(6 / n_in)',
    },
    isCutInKeras: false,
  },
  heNormal: {
    hint: {
      en: 'Normal with a wider spread, which suits ReLU; many inputs get smaller weights.',
      zh: '正态分布，标准差较大，适合 ReLU；输入越多，权重越小。',
    },
    programs: {
      keras: '"he_normal"',
      pytorch: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
      tensorflowJs: "'heNormal'",
      numpy: 'rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))',
    },
    isCutInKeras: true,
  },
  lecunNormal: {
    hint: {
      en: 'Normal; the variance is 1 over the number of inputs.',
      zh: '正态分布，方差是输入个数的倒数。',
    },
    programs: {
      keras: '"lecun_normal"',
      pytorch: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")',
      tensorflowJs: "'leCunNormal'",
      numpy: 'rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))',
    },
    isCutInKeras: true,
  },
  uniform: {
    hint: {
      en: 'Even between −0.5 and 0.5, whatever the width of the layer.',
      zh: '在 −0.5 到 0.5 之间均匀分布，与层的宽度无关。',
    },
    programs: {
      keras: 'keras.initializers.RandomUniform(-0.5, 0.5)',
      pytorch: 'nn.init.uniform_(layer.weight, -0.5, 0.5)',
      tensorflowJs: 'tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5 })',
      numpy: 'rng.uniform(-0.5, 0.5, (n_in, n_out))',
    },
    isCutInKeras: false,
  },
  normal: {
    hint: {
      en: 'Normal with standard deviation 1: large for a wide layer.',
      zh: '正态分布，标准差为 1：对很宽的层来说偏大。',
    },
    programs: {
      keras: 'keras.initializers.RandomNormal(stddev=1.0)',
      pytorch: 'nn.init.normal_(layer.weight, std=1.0)',
      tensorflowJs: 'tf.initializers.randomNormal({ mean: 0, stddev: 1 })',
      numpy: 'rng.normal(0, 1, (n_in, n_out))',
    },
    isCutInKeras: false,
  },
  zeros: {
    hint: {
      en: 'All 0: the units of a hidden layer never become different.',
      zh: '全为 0：同一隐藏层的单元永远分不出彼此。',
    },
    programs: {
      keras: '"zeros"',
      pytorch: 'nn.init.zeros_(layer.weight)',
      tensorflowJs: "'zeros'",
      numpy: 'np.zeros((n_in, n_out))',
    },
    isCutInKeras: false,
  },
};
