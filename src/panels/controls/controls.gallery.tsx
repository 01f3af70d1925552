/** Every control in every state, for the gallery page: at rest, disabled, refused, and with words that are too long. */
import { Dices, Eraser, Play, Redo2, Share2, Undo2 } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { ActionButton } from './ActionButton';
import { Choice } from './Choice';
import { FieldProblem } from './FieldProblem';
import { MenuButton } from './MenuButton';
import { Note } from './Note';
import { NumberField } from './NumberField';
import { NumberSlider } from './NumberSlider';
import { PopoverButton } from './PopoverButton';
import { Section } from './Section';
import { Segmented } from './Segmented';
import { Stepper } from './Stepper';
import { Toggle } from './Toggle';
import { ToggleChip } from './ToggleChip';

export interface GalleryCase {
  readonly id: string;
  readonly title: string;
  readonly element: ReactElement;
}

/** Keeps the value of one control. */
function Kept<T>({
  initial,
  children,
}: {
  initial: T;
  children: (value: T, set: (to: T) => void) => ReactNode;
}) {
  const [value, setValue] = useState(initial);
  return children(value, setValue);
}

const long = {
  en: 'Least improvement of the training loss that counts as progress',
  zh: '训练成本至少降低多少才算有进展（小于此值视为停滞）',
};

const hint = 'The length of the steps: too small crawls, too large overshoots.';

const learningRate = (label: string, disabled = false) => (
  <Kept initial={0.01}>
    {(value, onChange) => (
      <NumberSlider {...{ label, value, onChange, disabled, hint }} range={[1e-5, 10]} scale="log" />
    )}
  </Kept>
);

const sliders = (
  <>
    {learningRate('Learning rate α')}
    <Kept initial={0.0123}>
      {(value, onChange) => (
        <NumberSlider label="between stops" {...{ value, onChange }} range={[1e-5, 10]} scale="log" />
      )}
    </Kept>
    <Kept initial={0}>
      {(value, onChange) => (
        <NumberSlider
          label="L2 penalty"
          {...{ value, onChange }}
          range={[1e-5, 10]}
          scale="log"
          zeroAllowed
        />
      )}
    </Kept>
    <Kept initial={0.1}>
      {(value, onChange) => (
        <NumberSlider label="Noise" {...{ value, onChange }} range={[0, 2]} scale="linear" step={0.01} />
      )}
    </Kept>
    <Kept initial={0.5}>
      {(value, onChange) => (
        <NumberSlider
          label="测试集比例"
          {...{ value, onChange }}
          range={[0, 0.9]}
          scale="linear"
          step={0.01}
          format="percent"
        />
      )}
    </Kept>
    <Kept initial={400}>
      {(value, onChange) => (
        <NumberSlider label="Points" {...{ value, onChange }} range={[10, 10_000]} scale="log" integer />
      )}
    </Kept>
  </>
);

const activations = [
  { id: 'relu', label: 'ReLU', description: 'max(0, z)' },
  { id: 'tanh', label: 'tanh', description: 'between −1 and 1' },
  { id: 'sigmoid', label: 'sigmoid', description: 'between 0 and 1, flat on both sides' },
] as const;

const choices = (
  <Kept<(typeof activations)[number]['id']> initial="relu">
    {(value, onChange) => (
      <>
        <Choice label="激活函数" items={activations} {...{ value, onChange, hint }} />
        <Choice label="Activation" items={activations} {...{ value, onChange }} variant="stacked" />
        <Choice label="Activation" items={activations} {...{ value, onChange }} variant="bare" />
        <Choice label="Activation" items={activations} {...{ value, onChange }} variant="compact" />
        <Choice label={long.en} items={activations} {...{ value, onChange }} />
      </>
    )}
  </Kept>
);

const kinds = [
  { id: 'logistic', label: 'logistic', name: 'Logistic regression' },
  { id: 'softmax', label: 'softmax', name: 'Softmax regression' },
  { id: 'network', label: 'network', name: 'Neural network' },
] as const;

const segments = (
  <Kept<(typeof kinds)[number]['id'] | null> initial="network">
    {(value, onChange) => (
      <>
        <Segmented label="Kind of model" items={kinds} {...{ value, onChange }} variant="quiet" />
        <Segmented label="Kind of model" items={kinds} {...{ value, onChange }} />
        <Segmented label="Kind of model" items={kinds} value={null} {...{ onChange }} />
      </>
    )}
  </Kept>
);

const press = () => {};

const buttons = (
  <>
    <ActionButton label="Play" icon={<Play />} variant="primary" onPress={press} hint={hint} />
    <ActionButton label="New weights" icon={<Dices />} onPress={press} hint="Draws other initial weights." />
    <ActionButton label="换初始权重" icon={<Dices />} onPress={press} hint="换一组初始权重。" />
    <ActionButton label="Undo" icon={<Undo2 />} iconOnly hint={hint} variant="quiet" onPress={press} />
    <ActionButton
      label="Redo"
      icon={<Redo2 />}
      iconOnly
      hint={hint}
      variant="quiet"
      onPress={press}
      disabled
    />
    <ActionButton label="Share" icon={<Share2 />} onPress={press} hint={hint} disabled />
    <MenuButton
      label="Device"
      items={[
        { id: 'auto', label: 'Automatic', description: 'Keeps the fastest.' },
        { id: 'webgl', label: 'GPU (WebGL)', description: 'not available here', disabled: true },
      ]}
      value="auto"
      onAction={press}
      hint={hint}
    />
    <PopoverButton label="More" hint={hint}>
      {learningRate('Largest norm')}
      {learningRate(long.zh)}
    </PopoverButton>
  </>
);

const chips = ['x₁', 'x₂', 'x₁²', 'x₁x₂', 'sin x₁'].map((label, i) => (
  <Kept key={label} initial={i < 2}>
    {(value, onChange) => <ToggleChip {...{ label, value, onChange }} disabled={i === 4} />}
  </Kept>
));

const small = (
  <>
    <Kept initial={true}>
      {(value, onChange) => <Toggle label="test points" {...{ value, onChange, hint }} />}
    </Kept>
    <Toggle label="classes only" value={false} onChange={press} disabled />
    <Kept initial={8}>
      {(value, onChange) => (
        <Stepper label="Units of hidden layer 1" {...{ value, onChange }} range={[1, 128]} />
      )}
    </Kept>
    <Kept initial={2_147_483_647}>
      {(value, onChange) => (
        <NumberField label="Seed" {...{ value, onChange }} range={[1, 2_147_483_647]} integer />
      )}
    </Kept>
    <div>{chips}</div>
    <ToggleChip label="Eraser" value={false} onChange={press}>
      <Eraser aria-hidden size={16} />
    </ToggleChip>
  </>
);

const notes = (
  <>
    <Note>No test points: raise the test share to see how well the model does on new points.</Note>
    <Note kind="warning" action={{ label: 'Use softmax', onPress: press, hint }} onDismiss={press}>
      ReLU is not a probability: it exceeds 1, and where it is 0 its gradient is 0, so wrong points stay
      wrong.
    </Note>
    <Note kind="warning" action={{ label: '学习率除以 10', onPress: press, hint: '改成十分之一。' }}>
      第 12 轮时成本变成了 NaN，已保留最后一组正常的权重。
    </Note>
  </>
);

const refused = (
  <>
    {learningRate('Learning rate α')}
    <FieldProblem id="refused" problem="12 is out of range; type a number from 0.00001 to 10." />
    <FieldProblem id="refused-zh" problem="“很小”不是数，请输入 0.00001 到 10 之间的数。" />
  </>
);

const panel = (
  <Section title="Gradient descent" trailing={<Toggle label="log" value onChange={press} />}>
    {choices}
    {sliders}
  </Section>
);

const stacked = (part: ReactNode) => <div style={{ display: 'grid', gap: 6, maxWidth: 330 }}>{part}</div>;
const inline = (part: ReactNode) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>{part}</div>
);

export const cases: readonly GalleryCase[] = [
  { id: 'control-sliders', title: 'NumberSlider', element: stacked(sliders) },
  {
    id: 'control-slider-disabled',
    title: 'NumberSlider, disabled',
    element: stacked(learningRate('Learning rate α', true)),
  },
  {
    id: 'control-slider-long',
    title: 'NumberSlider, long labels',
    element: stacked(
      <>
        {learningRate(long.en)}
        {learningRate(long.zh)}
      </>,
    ),
  },
  { id: 'control-refused', title: 'Refused values', element: stacked(refused) },
  { id: 'control-choice', title: 'Choice', element: stacked(choices) },
  { id: 'control-segmented', title: 'Segmented', element: stacked(segments) },
  { id: 'control-buttons', title: 'Buttons and menus', element: inline(buttons) },
  {
    id: 'control-small',
    title: 'Toggle, Stepper, NumberField, ToggleChip',
    element: stacked(small),
  },
  { id: 'control-notes', title: 'Note', element: stacked(notes) },
  { id: 'control-section', title: 'Section', element: stacked(panel) },
];
