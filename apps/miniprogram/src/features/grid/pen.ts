import { limits } from '@bandeng/contracts/routes';

/** x and y by turns, each from 0 to BOX: as it goes with the record (contracts: Signature). */
export type Stroke = number[];
interface Size {
  width: number;
  height: number;
}

const BOX = 1000;
/** Nearer than this to the last point, the pen has not moved: about 3 px of a phone. */
const STEP = 8;

const inBox = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * BOX);

/** The stroke with the place the pen is at, if it has moved; the box is twice as wide as it is high. */
export function withPoint(stroke: Stroke, { x, y }: { x: number; y: number }, { width, height }: Size): Stroke {
  const [nextX, nextY] = [inBox(x / width), inBox(y / height)];
  const [lastX, lastY] = stroke.slice(-2);
  if (lastX !== undefined && Math.hypot(nextX - lastX, (nextY - lastY!) / 2) < STEP) return stroke;
  return [...stroke, nextX, nextY];
}

/** Every other point between the first and the last. */
const halved = (stroke: Stroke): Stroke => {
  const points = stroke.length / 2;
  return stroke.filter((_, at) => {
    const point = Math.floor(at / 2);
    return point % 2 === 0 || point === points - 1;
  });
};

/** As many lines and points as may be sent: lines beyond are left out, points thinned while there are too many. */
export function fitted(strokes: readonly Stroke[]): Stroke[] {
  let kept = strokes.slice(0, limits.signatureStrokes);
  while (kept.flat().length > limits.signatureNumbers) kept = kept.map(halved);
  return kept;
}

interface Brush {
  canvas: { width: number; height: number };
  context: Pick<
    CanvasRenderingContext2D,
    'beginPath' | 'clearRect' | 'lineCap' | 'lineJoin' | 'lineTo' | 'lineWidth' | 'moveTo' | 'stroke' | 'strokeStyle'
  >;
  ink: string;
}

/** Draws the lines anew, as wide as a pen. */
export function paint({ canvas: { width, height }, context, ink }: Brush, strokes: readonly Stroke[]): void {
  context.clearRect(0, 0, width, height);
  Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: width / 100, strokeStyle: ink });
  for (const stroke of strokes) {
    context.beginPath();
    for (let at = 0; at < stroke.length; at += 2) {
      const [x, y] = [(stroke[at]! / BOX) * width, (stroke[at + 1]! / BOX) * height];
      // A dot is a line to itself.
      if (at === 0) context.moveTo(x, y);
      context.lineTo(x, y);
    }
    context.stroke();
  }
}
