/**
 * The stable operations of `Ops` for the GPU: GLSL ES 3.00 functions of vec4, as accurate in float32 near 0 as far out. Built-in
 * tanh overflows on some drivers, exp(x) − 1 and log(1 + x) cancel near 0, and sin loses its digits with growing x, so these are written out. NaN comes out as NaN.
 */
export const glslPieces = `
vec4 logistic(vec4 z) {
  vec4 e = exp(-abs(z));
  return mix(e, vec4(1.0), greaterThanEqual(z, vec4(0.0))) / (1.0 + e);
}

vec4 logisticSlope(vec4 z) {
  vec4 e = exp(-abs(z));
  return e / ((1.0 + e) * (1.0 + e));
}

// e^x - 1: by its series as long as e^x is near 1.
vec4 expMinusOne(vec4 x) {
  vec4 s = 1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0));
  s = 1.0 / 6.0 + x * (1.0 / 24.0 + x * (1.0 / 120.0 + x * s));
  s = x * (1.0 + x * (0.5 + x * s));
  return mix(s, exp(x) - 1.0, greaterThan(abs(x), vec4(0.5)));
}

// log(1 + x) for x >= -1/2, up to 1 as 2 artanh(x / (2 + x)).
vec4 logOnePlus(vec4 x) {
  vec4 t = x / (2.0 + x);
  vec4 s = t * t;
  vec4 tail = 1.0 / 7.0 + s * (1.0 / 9.0 + s * (1.0 / 11.0 + s * (1.0 / 13.0 + s * (1.0 / 15.0))));
  return mix(2.0 * t * (1.0 + s * (1.0 / 3.0 + s * (1.0 / 5.0 + s * tail))), log(1.0 + x), greaterThan(x, vec4(1.0)));
}

vec4 hyperbolicTangent(vec4 z) {
  vec4 t = expMinusOne(-2.0 * abs(z));
  return sign(z) * (-t / (2.0 + t));
}

// sin(z - q pi) for q next to z / pi. Products of q with the first two parts of pi are exact up to |z| = 1e4; far beyond, what is
// left is no longer small, and is cut so that the result stays within [-1, 1].
vec4 sineOfRest(vec4 z, vec4 q) {
  vec4 r = ((z - q * 3.140625) - q * 0.0009675025939941406) - q * 1.509957990978376e-7;
  r = mix(r, sign(r) * 1.5707964, greaterThan(abs(r), vec4(1.5707964)));
  vec4 s = r * r;
  vec4 tail = 0.008333066082126757 + s * (-0.00019809590051991137 + s * 2.605750573371826e-6);
  return r + r * (s * (-0.1666665954455457 + s * tail));
}

// -1 where the whole number k is odd, else 1.
vec4 turned(vec4 k) {
  return 1.0 - 2.0 * mod(k, 2.0);
}

vec4 sine(vec4 z) {
  vec4 k = floor(z * 0.3183098861837907 + 0.5);
  return turned(k) * sineOfRest(z, k);
}

vec4 cosine(vec4 z) {
  vec4 k = floor(z * 0.3183098861837907);
  return -turned(k) * sineOfRest(z, k + 0.5);
}
`;
