/**
 * For tests only: z, g(z) and g′(z) of each activation at −1.5 and 0.75, worked out by mpmath with 40 digits from the formula in its
 * paper or in Keras' documentation, the slope by numerical differentiation.
 */
import type { ActivationId } from './index';

export const goldens: Readonly<
  Record<ActivationId, readonly (readonly [z: number, value: number, slope: number])[]>
> = {
  linear: [
    [-1.5, -1.5, 1.0],
    [0.75, 0.75, 1.0],
  ],
  sigmoid: [
    [-1.5, 0.182425523806356, 0.149146452070333],
    [0.75, 0.679178699175393, 0.217894993761814],
  ],
  tanh: [
    [-1.5, -0.905148253644866, 0.180706638923649],
    [0.75, 0.635148952387287, 0.596585808281331],
  ],
  relu: [
    [-1.5, 0.0, 0.0],
    [0.75, 0.75, 1.0],
  ],
  leakyRelu: [
    [-1.5, -0.3, 0.2],
    [0.75, 0.75, 1.0],
  ],
  elu: [
    [-1.5, -0.77686983985157, 0.22313016014843],
    [0.75, 0.75, 1.0],
  ],
  swish: [
    [-1.5, -0.273638285709535, -0.0412941542991429],
    [0.75, 0.509384024381545, 0.842599944496753],
  ],
  softplus: [
    [-1.5, 0.201413277982752, 0.182425523806356],
    [0.75, 1.1368710061149, 0.679178699175393],
  ],
  gelu: [
    [-1.5, -0.100428423019767, -0.127710793151433],
    [0.75, 0.57996055516562, 0.998938256137414],
  ],
};
