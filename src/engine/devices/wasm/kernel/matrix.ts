/**
 * The three products of a dense layer. Values are [unit][point], rows `stride` bytes apart (a multiple of 16); kernels lie in panels
 * of four units, [unit / 4][input][unit % 4], so that both directions read them in order. A tile keeps its sums in registers:
 * four units (or inputs) by eight points. Panels are padded with zero weights.
 */
import { lanes, madd } from './math';

/** out[u][p] = bias[u] + Σ_i kernel[i][u] · input[i][p] for whole rows of `stride` bytes. May write rows up to a multiple of 4 units. */
export function affine(
  kernel: usize,
  bias: usize,
  inputs: u32,
  units: u32,
  input: usize,
  inputStride: usize,
  out: usize,
  stride: usize,
): void {
  const panelBytes = <usize>inputs << 4;
  for (let u: u32 = 0; u < units; u += 4) {
    const single = units - u == 1;
    let point: usize = 0;
    for (; point + 32 <= stride; point += 32) {
      if (single) affineRow(true, kernel, bias, inputs, input + point, inputStride, out + point);
      else affineTile(true, kernel, bias, inputs, input + point, inputStride, out + point, stride);
    }
    if (point < stride) {
      if (single) affineRow(false, kernel, bias, inputs, input + point, inputStride, out + point);
      else affineTile(false, kernel, bias, inputs, input + point, inputStride, out + point, stride);
    }
    kernel += panelBytes;
    bias += 16;
    out += stride << 2;
  }
}

/** Four units by eight points, or by four when not `wide`. */
@inline
function affineTile(
  wide: bool,
  panel: usize,
  bias: usize,
  inputs: u32,
  input: usize,
  inputStride: usize,
  out: usize,
  stride: usize,
): void {
  let a0 = v128.load32_splat(bias);
  let b0 = v128.load32_splat(bias, 4);
  let c0 = v128.load32_splat(bias, 8);
  let d0 = v128.load32_splat(bias, 12);
  let a1 = a0;
  let b1 = b0;
  let c1 = c0;
  let d1 = d0;
  for (let i = inputs; i != 0; i--) {
    const x0 = v128.load(input);
    const x1 = wide ? v128.load(input, 16) : x0;
    let w = v128.load32_splat(panel);
    a0 = madd(w, x0, a0);
    if (wide) a1 = madd(w, x1, a1);
    w = v128.load32_splat(panel, 4);
    b0 = madd(w, x0, b0);
    if (wide) b1 = madd(w, x1, b1);
    w = v128.load32_splat(panel, 8);
    c0 = madd(w, x0, c0);
    if (wide) c1 = madd(w, x1, c1);
    w = v128.load32_splat(panel, 12);
    d0 = madd(w, x0, d0);
    if (wide) d1 = madd(w, x1, d1);
    panel += 16;
    input += inputStride;
  }
  v128.store(out, a0);
  if (wide) v128.store(out, a1, 16);
  out += stride;
  v128.store(out, b0);
  if (wide) v128.store(out, b1, 16);
  out += stride;
  v128.store(out, c0);
  if (wide) v128.store(out, c1, 16);
  out += stride;
  v128.store(out, d0);
  if (wide) v128.store(out, d1, 16);
}

/** The only unit of a panel. */
@inline
function affineRow(
  wide: bool,
  panel: usize,
  bias: usize,
  inputs: u32,
  input: usize,
  inputStride: usize,
  out: usize,
): void {
  let sum0 = v128.load32_splat(bias);
  let sum1 = sum0;
  for (let i = inputs; i != 0; i--) {
    const w = v128.load32_splat(panel);
    sum0 = madd(w, v128.load(input), sum0);
    if (wide) sum1 = madd(w, v128.load(input, 16), sum1);
    panel += 16;
    input += inputStride;
  }
  v128.store(out, sum0);
  if (wide) v128.store(out, sum1, 16);
}

/** out[i][p] = Σ_u kernel[i][u] · deltas[u][p]. May write rows up to a multiple of 4 inputs. */
export function backward(
  kernel: usize,
  inputs: u32,
  units: u32,
  deltas: usize,
  out: usize,
  stride: usize,
): void {
  const panelBytes = <usize>inputs << 4;
  for (let i: u32 = 0; i < inputs; i += 4) {
    let point: usize = 0;
    for (; point + 32 <= stride; point += 32) {
      backwardTile(true, kernel, panelBytes, units, deltas + point, out + point, stride);
    }
    if (point < stride) backwardTile(false, kernel, panelBytes, units, deltas + point, out + point, stride);
    kernel += 64;
    out += stride << 2;
  }
}

/** Four inputs by eight points, or by four when not `wide`. */
@inline
function backwardTile(
  wide: bool,
  panel: usize,
  panelBytes: usize,
  units: u32,
  deltas: usize,
  out: usize,
  stride: usize,
): void {
  let a0 = lanes(0);
  let a1 = lanes(0);
  let b0 = lanes(0);
  let b1 = lanes(0);
  let c0 = lanes(0);
  let c1 = lanes(0);
  let d0 = lanes(0);
  let d1 = lanes(0);
  for (let left = units; left != 0; panel += panelBytes - 16) {
    const inPanel = left < 4 ? left : 4;
    left -= inPanel;
    for (let u = inPanel; u != 0; u--) {
      const x0 = v128.load(deltas);
      const x1 = wide ? v128.load(deltas, 16) : x0;
      let w = v128.load32_splat(panel);
      a0 = madd(w, x0, a0);
      if (wide) a1 = madd(w, x1, a1);
      w = v128.load32_splat(panel, 16);
      b0 = madd(w, x0, b0);
      if (wide) b1 = madd(w, x1, b1);
      w = v128.load32_splat(panel, 32);
      c0 = madd(w, x0, c0);
      if (wide) c1 = madd(w, x1, c1);
      w = v128.load32_splat(panel, 48);
      d0 = madd(w, x0, d0);
      if (wide) d1 = madd(w, x1, d1);
      panel += 4;
      deltas += stride;
    }
  }
  v128.store(out, a0);
  if (wide) v128.store(out, a1, 16);
  out += stride;
  v128.store(out, b0);
  if (wide) v128.store(out, b1, 16);
  out += stride;
  v128.store(out, c0);
  if (wide) v128.store(out, c1, 16);
  out += stride;
  v128.store(out, d0);
  if (wide) v128.store(out, d1, 16);
}

/**
 * deltas [unit][point] → out [unit / 4][point][unit % 4], missing units as zeros, and their sum over the points, four lanes a panel,
 * added to (or with `first` written to) `biasGradient`.
 */
export function transpose(
  units: u32,
  deltas: usize,
  stride: usize,
  out: usize,
  biasGradient: usize,
  first: bool,
): void {
  for (let u: u32 = 0; u < units; u += 4) {
    const left = units - u;
    let sum = first ? lanes(0) : v128.load(biasGradient);
    for (let point: usize = 0; point < stride; point += 16) {
      const row = deltas + point;
      const a = v128.load(row);
      const b = left > 1 ? v128.load(row + stride) : lanes(0);
      const c = left > 2 ? v128.load(row + (stride << 1)) : lanes(0);
      const d = left > 3 ? v128.load(row + stride * 3) : lanes(0);
      sum = f32x4.add(sum, storeTransposed(a, b, c, d, out, 16));
      out += 64;
    }
    v128.store(biasGradient, sum);
    biasGradient += 16;
    deltas += stride << 2;
  }
}

/** Stores the columns of the 4×4 block with rows a … d, `stride` bytes apart, and answers their sum. */
@inline
export function storeTransposed(a: v128, b: v128, c: v128, d: v128, out: usize, stride: usize): v128 {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const column0 = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5);
  const column1 = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7);
  const column2 = v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5);
  const column3 = v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7);
  v128.store(out, column0);
  v128.store(out + stride, column1);
  v128.store(out + stride * 2, column2);
  v128.store(out + stride * 3, column3);
  return f32x4.add(f32x4.add(column0, column1), f32x4.add(column2, column3));
}

/**
 * gradient[i][u] (+)= Σ_p input[i][p] · deltas[u][p], from the deltas as `transpose` leaves them; `stride` bytes of points. With
 * `first` it is written, not added. The gradient lies in panels like the kernel.
 */
export function outer(
  inputs: u32,
  units: u32,
  input: usize,
  inputStride: usize,
  transposed: usize,
  stride: usize,
  gradient: usize,
  first: bool,
): void {
  const panelBytes = <usize>inputs << 4;
  for (let u: u32 = 0; u < units; ) {
    const pair = units - u > 4;
    const second = pair ? transposed + (stride << 2) : transposed;
    let row = input;
    let out = gradient;
    let i = inputs;
    for (; i >= 4; i -= 4) {
      if (pair) outerTile(4, true, row, inputStride, transposed, second, stride, out, panelBytes, first);
      else outerTile(4, false, row, inputStride, transposed, second, stride, out, panelBytes, first);
      row += inputStride << 2;
      out += 64;
    }
    if (i >= 2) {
      if (pair) outerTile(2, true, row, inputStride, transposed, second, stride, out, panelBytes, first);
      else outerTile(2, false, row, inputStride, transposed, second, stride, out, panelBytes, first);
      row += inputStride << 1;
      out += 32;
    }
    if (i & 1) {
      if (pair) outerTile(1, true, row, inputStride, transposed, second, stride, out, panelBytes, first);
      else outerTile(1, false, row, inputStride, transposed, second, stride, out, panelBytes, first);
    }
    u += pair ? 8 : 4;
    transposed += stride << (pair ? 3 : 2);
    gradient += panelBytes << (pair ? 1 : 0);
  }
}

/** `rows` inputs (4, 2 or 1) by two panels of units, or by one. */
@inline
function outerTile(
  rows: i32,
  pair: bool,
  row0: usize,
  inputStride: usize,
  panel0: usize,
  panel1: usize,
  stride: usize,
  out: usize,
  panelBytes: usize,
  first: bool,
): void {
  let a0 = lanes(0);
  let a1 = lanes(0);
  let b0 = lanes(0);
  let b1 = lanes(0);
  let c0 = lanes(0);
  let c1 = lanes(0);
  let d0 = lanes(0);
  let d1 = lanes(0);
  let row1 = row0 + inputStride;
  let row2 = row1 + inputStride;
  let row3 = row2 + inputStride;
  const end = row0 + stride;
  for (; row0 < end; ) {
    for (let k = 0; k < 4; k++) {
      const x0 = v128.load(panel0);
      const x1 = pair ? v128.load(panel1) : x0;
      let w = v128.load32_splat(row0);
      a0 = madd(w, x0, a0);
      if (pair) a1 = madd(w, x1, a1);
      if (rows > 1) {
        w = v128.load32_splat(row1);
        b0 = madd(w, x0, b0);
        if (pair) b1 = madd(w, x1, b1);
      }
      if (rows > 2) {
        w = v128.load32_splat(row2);
        c0 = madd(w, x0, c0);
        if (pair) c1 = madd(w, x1, c1);
        w = v128.load32_splat(row3);
        d0 = madd(w, x0, d0);
        if (pair) d1 = madd(w, x1, d1);
      }
      row0 += 4;
      if (rows > 1) row1 += 4;
      if (rows > 2) {
        row2 += 4;
        row3 += 4;
      }
      panel0 += 16;
      if (pair) panel1 += 16;
    }
  }
  accumulate(out, a0, first);
  if (pair) accumulate(out + panelBytes, a1, first);
  if (rows > 1) {
    accumulate(out + 16, b0, first);
    if (pair) accumulate(out + panelBytes + 16, b1, first);
  }
  if (rows > 2) {
    accumulate(out + 32, c0, first);
    if (pair) accumulate(out + panelBytes + 32, c1, first);
    accumulate(out + 48, d0, first);
    if (pair) accumulate(out + panelBytes + 48, d1, first);
  }
}

@inline
function accumulate(at: usize, sum: v128, first: bool): void {
  v128.store(at, first ? sum : f32x4.add(v128.load(at), sum));
}

/** `transpose` and `outer` in one for at most four units and four inputs: the transposed deltas stay in registers. */
export function outerOfFour(
  inputs: u32,
  units: u32,
  input: usize,
  inputStride: usize,
  deltas: usize,
  stride: usize,
  gradient: usize,
  biasGradient: usize,
  first: bool,
): void {
  const many = inputs > 2;
  let sum = lanes(0);
  let a = lanes(0);
  let b = lanes(0);
  let c = lanes(0);
  let d = lanes(0);
  // Of inputs that are not there, the first stands in; what comes of it is not stored.
  const row1 = inputs > 1 ? inputStride : 0;
  const row2 = inputStride << 1;
  const row3 = inputs > 3 ? inputStride * 3 : 0;
  for (const end = deltas + stride; deltas < end; deltas += 16) {
    const u0 = v128.load(deltas);
    const u1 = units > 1 ? v128.load(deltas + stride) : lanes(0);
    const u2 = units > 2 ? v128.load(deltas + (stride << 1)) : lanes(0);
    const u3 = units > 3 ? v128.load(deltas + stride * 3) : lanes(0);
    const low01 = v128.shuffle<f32>(u0, u1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(u2, u3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(u0, u1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(u2, u3, 2, 6, 3, 7);
    const p0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5);
    const p1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
    const p2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5);
    const p3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
    sum = f32x4.add(sum, f32x4.add(f32x4.add(p0, p1), f32x4.add(p2, p3)));
    a = f32x4.add(a, ofFourPoints(input, p0, p1, p2, p3));
    b = f32x4.add(b, ofFourPoints(input + row1, p0, p1, p2, p3));
    if (many) {
      c = f32x4.add(c, ofFourPoints(input + row2, p0, p1, p2, p3));
      d = f32x4.add(d, ofFourPoints(input + row3, p0, p1, p2, p3));
    }
    input += 16;
  }
  accumulate(biasGradient, sum, first);
  accumulate(gradient, a, first);
  if (inputs > 1) accumulate(gradient + 16, b, first);
  if (inputs > 2) accumulate(gradient + 32, c, first);
  if (inputs > 3) accumulate(gradient + 48, d, first);
}

/** Σ_p values[p] · deltas of point p, in pairs, so that no product waits for all the others. */
@inline
function ofFourPoints(values: usize, p0: v128, p1: v128, p2: v128, p3: v128): v128 {
  const left = madd(v128.load32_splat(values), p0, f32x4.mul(v128.load32_splat(values, 4), p1));
  const right = madd(v128.load32_splat(values, 8), p2, f32x4.mul(v128.load32_splat(values, 12), p3));
  return f32x4.add(left, right);
}
