/**
 * The network of the T-shirt, drawn as the diagram of the network is: an edge by the sign and size of its weight, a unit by what it
 * passes on, with its name. A weight of 0 has no edge.
 */
import {
  type Demand,
  demandInputs,
  demandParameters,
  demandUnits,
  demandValues,
} from '../../engine/model/demand';
import { figure } from '../figure';
import { useSize } from '../useSize';
import styles from './DemandNetwork.module.css';

export interface DemandWords {
  readonly inputs: Readonly<Record<(typeof demandInputs)[number], string>>;
  readonly units: Readonly<Record<(typeof demandUnits)[number], string>>;
  readonly output: string;
  /** Accessible name. */
  readonly label: string;
}

const heightPx = 250;
const side = 44;
/** Room for the names of the inputs with their values. */
const namesPx = 92;

export function DemandNetwork({ demand, words }: { readonly demand: Demand; readonly words: DemandWords }) {
  const [ref, { widthPx }] = useSize();
  return (
    <div ref={ref} className={styles.network} role="img" aria-label={spoken(demand, words)}>
      {widthPx > 0 && <Picture demand={demand} words={words} widthPx={widthPx} />}
    </div>
  );
}

function spoken(demand: Demand, { label, units, output }: DemandWords): string {
  const { units: values, topSeller } = demandValues(demand);
  const each = demandUnits.map((id, i) => `${units[id]} = ${figure(values[i]!)}`);
  return [label, ...each, `${output} = ${figure(topSeller)}`].join('; ');
}

interface PictureProps {
  readonly demand: Demand;
  readonly words: DemandWords;
  readonly widthPx: number;
}

function Picture({ demand, words, widthPx }: PictureProps) {
  const { units, topSeller } = demandValues(demand);
  const hiddenX = namesPx + (widthPx - namesPx) * 0.45;
  const outputX = widthPx - side / 2 - 14;
  const inputY = (i: number) => 40 + i * 58;
  const unitY = (i: number) => 48 + i * 79;
  const most = demand.activation === 'sigmoid' ? 1 : 7;
  return (
    <svg width={widthPx} height={heightPx} aria-hidden>
      {demandInputs.flatMap((input, i) =>
        demandUnits.map((unit, j) => (
          <Edge
            key={`${input} ${unit}`}
            from={[namesPx, inputY(i)]}
            to={[hiddenX - side / 2, unitY(j)]}
            weight={demandParameters[i * 3 + j]!}
          />
        )),
      )}
      {demandUnits.map((unit, j) => (
        <Edge
          key={unit}
          from={[hiddenX + side / 2, unitY(j)]}
          to={[outputX - side / 2, unitY(1)]}
          weight={demandParameters[15 + j]!}
        />
      ))}
      {demandInputs.map((input, i) => (
        <text key={input} x={namesPx - 6} y={inputY(i)} dy="0.35em" textAnchor="end">
          {words.inputs[input]} <tspan className={styles.value}>{figure(demand.inputs[i]!)}</tspan>
        </text>
      ))}
      {demandUnits.map((unit, j) => (
        <Unit key={unit} x={hiddenX} y={unitY(j)} name={words.units[unit]} value={units[j]!} most={most} />
      ))}
      <Unit x={outputX} y={unitY(1)} name={words.output} value={topSeller} most={1} />
    </svg>
  );
}

interface EdgeProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
}

function Edge({ from: [x0, y0], to: [x1, y1], weight }: EdgeProps) {
  if (weight === 0) return null;
  const reach = (x1 - x0) * 0.48;
  return (
    <path
      className={weight > 0 ? styles.positive : styles.negative}
      d={`M${x0} ${y0}C${x0 + reach} ${y0} ${x1 - reach} ${y1} ${x1} ${y1}`}
      strokeWidth={1 + 1.2 * Math.min(Math.abs(weight), 2)}
    />
  );
}

interface UnitProps {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly value: number;
  /** The value at which the unit is filled. */
  readonly most: number;
}

function Unit({ x, y, name, value, most }: UnitProps) {
  const share = Math.min(Math.abs(value) / most, 1);
  const box = { x: x - side / 2, y: y - side / 2, width: side, height: side, rx: 6 };
  return (
    <>
      <rect {...box} className={styles.ground} />
      <rect
        {...box}
        y={y + side / 2 - side * share}
        height={side * share}
        rx={share < 0.3 ? 3 : 6}
        className={value < 0 ? styles.below : styles.fill}
      />
      <rect {...box} className={styles.outline} />
      <text x={x} y={y} dy="0.35em" textAnchor="middle" className={styles.figure}>
        {figure(Number(value.toFixed(2)))}
      </text>
      <text x={x} y={y - side / 2 - 7} textAnchor="middle" className={styles.halo}>
        {name}
      </text>
    </>
  );
}
