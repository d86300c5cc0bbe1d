/** Fifteen lines between two banks; the middle one is the current. */
const LINES = 15;
const MIDDLE = 7;

/** x and y of the curve's points on the left bank, and how far each moves to reach the next line. */
const BANK: readonly (readonly [x: number, y: number, dx: number, dy: number])[] = [
  [-60, 930, 11, 0],
  [140, 820, 9, -5],
  [470, 800, 10, -9],
  [452, 640, 9, -5],
  [436, 505, 9, -3],
  [96, 520, 11, -6],
  [128, 352, 10, -3],
  [150, 224, 9, -1],
  [520, 268, 8, -7],
  [560, -40, 9, -4],
];

/** Lights over the water: place, size, strength. */
const LIGHTS = [
  { x: 300, y: 610, r: 3.4, strength: 1 },
  { x: 214, y: 455, r: 2.6, strength: 0.8 },
  { x: 470, y: 560, r: 2.2, strength: 0.65 },
  { x: 388, y: 330, r: 3, strength: 0.9 },
  { x: 560, y: 170, r: 2.2, strength: 0.6 },
  { x: 170, y: 250, r: 1.8, strength: 0.45 },
];

function curve(line: number): string {
  const points = BANK.map(([x, y, dx, dy]) => `${x + line * dx} ${y + line * dy}`);
  return `M${points[0]}C${points.slice(1).join(" ")}`;
}

/** Strongest at the current, fading to both banks. */
function strengthOf(line: number): number {
  const away = (line - MIDDLE) / MIDDLE;
  return 0.06 + 0.3 * Math.exp(-2.6 * away * away);
}

/** The drawn river, on the door alone. */
export function River() {
  return (
    <svg className="river" viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {Array.from({ length: LINES }, (_, line) => (
        <path
          key={curve(line)}
          d={curve(line)}
          className="river-line"
          opacity={strengthOf(line)}
          strokeWidth={line === MIDDLE ? 2.2 : 1}
        />
      ))}
      {LIGHTS.map(({ x, y, r, strength }) => (
        <g key={`${x} ${y}`} opacity={strength} className="river-light">
          <circle cx={x} cy={y} r={r * 3.4} opacity={0.13} />
          <circle cx={x} cy={y} r={r} />
        </g>
      ))}
    </svg>
  );
}
