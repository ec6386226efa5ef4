/** Points in a plane and on a sphere as legacy pairs: $geoWithin over flat shapes, $near and $nearSphere. GeoJSON is refused. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { someValue } from './paths';

type Point = [number, number];

/** [x, y], a document whose first two members are numbers, or a GeoJSON point; undefined when it is none of them. */
function pointOf(value: unknown): Point | undefined {
  if (isDoc(value) && value.type === 'Point') return pointOf(value.coordinates);
  const [x, y] = (Array.isArray(value) ? value : isDoc(value) ? Object.values(value) : []).map(Number);
  return x !== undefined && y !== undefined && !Number.isNaN(x) && !Number.isNaN(y) ? [x, y] : undefined;
}

function wantedPoint(value: unknown): Point {
  const point = pointOf(value);
  if (point === undefined) throw new MongoError(2, 'Point must be an array or object');
  return point;
}

const flat = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The angle between two points in radians (haversine); a pair is longitude and latitude in degrees. */
function spherical(a: Point, b: Point): number {
  const [lon1, lat1, lon2, lat2] = [...a, ...b].map(degrees => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

type Shape = (point: Point) => boolean;

function listOf(value: unknown, least: number, shape: string): unknown[] {
  const list = Array.isArray(value) ? value : isDoc(value) ? Object.values(value) : [];
  if (list.length < least) throw new MongoError(2, `${shape} needs ${least} members or more`);
  return list;
}

function circle(argument: unknown, distance: typeof flat, name: string): Shape {
  const [center, radius] = listOf(argument, 2, name);
  const middle = wantedPoint(center);
  return point => distance(point, middle) <= Number(radius);
}

function box(argument: unknown): Shape {
  const [a, b] = listOf(argument, 2, '$box').map(wantedPoint) as [Point, Point];
  const between = (value: number, i: 0 | 1): boolean => value >= Math.min(a[i], b[i]) && value <= Math.max(a[i], b[i]);
  return ([x, y]) => between(x, 0) && between(y, 1);
}

/** Inside, or on the border. */
function polygon(argument: unknown): Shape {
  const corners = listOf(argument, 3, '$polygon').map(wantedPoint);
  return ([x, y]) => {
    let inside = false;
    for (const [i, [x1, y1]] of corners.entries()) {
      const [x2, y2] = corners.at(i - 1) as Point;
      const side = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
      if (side === 0 && flat([x, y], [x1, y1]) + flat([x, y], [x2, y2]) <= flat([x1, y1], [x2, y2])) return true;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  };
}

/** The predicate of $geoWithin on a field. */
export function geoWithin(parts: string[], operand: unknown): (doc: unknown) => boolean {
  const [[name, argument] = ['nothing', undefined]] = Object.entries(isDoc(operand) ? operand : {}).filter(
    ([member]) => member !== '$uniqueDocs',
  );
  const shapes: Record<string, () => Shape> = {
    $box: () => box(argument),
    $polygon: () => polygon(argument),
    $center: () => circle(argument, flat, name),
    $centerSphere: () => circle(argument, spherical, name),
  };
  const shape = shapes[name];
  if (shape === undefined) throw notSupported(`$geoWithin with ${name}`);
  const contains = shape();
  return doc =>
    someValue(doc, parts, true, value => {
      const point = pointOf(value);
      return point !== undefined && contains(point);
    });
}

export interface Near {
  path: string;
  /** How far a document is away: its nearest point; undefined when it has none, or none within the wanted distances. */
  distance: (doc: Doc) => number | undefined;
}

/** Takes $near or $nearSphere out of a filter; what is left is an ordinary filter. */
export function takeNear(filter: Doc): { near?: Near; rest: Doc } {
  for (const [path, condition] of Object.entries(filter)) {
    const name = isDoc(condition) && ['$near', '$nearSphere'].find(operator => operator in condition);
    if (!name) continue;
    const { [name]: target, $maxDistance = Infinity, $minDistance = 0, ...others } = condition as Doc;
    if (isDoc(target) && '$geometry' in target) throw notSupported(`${name} with $geometry`);
    const { [path]: _taken, ...rest } = filter;
    const distance = name === '$near' ? flat : spherical;
    const near = {
      path,
      distance: nearest(path, wantedPoint(target), distance, Number($minDistance), Number($maxDistance)),
    };
    return { near, rest: Object.keys(others).length > 0 ? { ...rest, [path]: others } : rest };
  }
  return { rest: filter };
}

function nearest(path: string, target: Point, distance: typeof flat, least: number, most: number): Near['distance'] {
  const parts = path.split('.');
  return doc => {
    let best: number | undefined;
    someValue(doc, parts, true, value => {
      const point = pointOf(value);
      const away = point && distance(point, target);
      if (away !== undefined && away >= least && away <= most) best = Math.min(best ?? Infinity, away);
      return false;
    });
    return best;
  };
}

/** Where a 2d index takes points from; MongoDB refuses others. */
export function checkPoint(doc: Doc, path: string): void {
  someValue(doc, path.split('.'), false, value => {
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return false;
    const points = Array.isArray(value) && value.every(item => typeof item === 'object') ? value : [value];
    for (const item of points) {
      const point = pointOf(item);
      if (point === undefined)
        throw new MongoError(16804, 'location object expected, location array not in correct format');
      if (point.some(number => number < -180 || number >= 180))
        throw new MongoError(13027, `point not in interval of [ -180, 180 ] :: caused by :: ${JSON.stringify(value)}`);
    }
    return false;
  });
}
