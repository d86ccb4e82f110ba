/** From here on the distribution is taken for its own limit: at 200 degrees it differs by less than half a percent. */
const MOST_DEGREES = 200;
/** Halvings of a right angle; the last one is smaller than the rounding of a double. */
const HALVINGS = 52;

/**
 * P(|T| < t) for t = tan(angle)·√degrees: the finite series for whole degrees of freedom, Abramowitz and Stegun, Handbook of
 * Mathematical Functions (1964), 26.7.3 and 26.7.4.
 */
const centralShare = (angle: number, degrees: number): number => {
  const odd = degrees % 2 === 1;
  const cosine = Math.cos(angle);
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
};

const solve = (level: number, degrees: number): number => {
  let low = 0;
  let high = Math.PI / 2;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (centralShare(middle, degrees) < level) low = middle;
    else high = middle;
  }
  return Math.tan(low) * Math.sqrt(degrees);
};

const solved = new Map<string, number>();

/**
 * The t that encloses a share of Student's distribution: P(|T| < t) = level. Solved once for each pair: a board asks for the same
 * few of them a thousand times.
 * @param level in (0, 1)
 * @param degrees whole degrees of freedom, at least 1
 */
export const studentT = (level: number, degrees: number): number => {
  const whole = Math.min(degrees, MOST_DEGREES);
  const pair = `${level} ${whole}`;
  const known = solved.get(pair);
  if (known !== undefined) return known;
  const t = solve(level, whole);
  solved.set(pair, t);
  return t;
};
