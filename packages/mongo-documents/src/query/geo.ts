/** Points in a plane and on a sphere as legacy pairs: $geoWithin over flat shapes, $near and $nearSphere. GeoJSON is refused. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { someValue } from './paths';

type Point = [number, number];
type Distance = (a: Point, b: Point) => number;
type Shape = (point: Point) => boolean;

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

const flat: Distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The angle between two points in radians (haversine); a pair is longitude and latitude in degrees. */
const spherical: Distance = (a, b) => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const part = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const half = part(a[1], b[1]) + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * part(a[0], b[0]);
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
};

const circle =
  (distance: Distance) =>
  ([center, radius]: unknown[]): Shape => {
    const middle = wantedPoint(center);
    return point => distance(point, middle) <= Number(radius);
  };

function box(corners: unknown[]): Shape {
  const [a, b] = corners.map(wantedPoint) as [Point, Point];
  const between = (value: number, i: 0 | 1): boolean => value >= Math.min(a[i], b[i]) && value <= Math.max(a[i], b[i]);
  return ([x, y]) => between(x, 0) && between(y, 1);
}

/** Inside, or on the border. */
function polygon(list: unknown[]): Shape {
  const corners = list.map(wantedPoint);
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

/** How many members a shape needs, and what it holds. */
const shapes: Record<string, [least: number, make: (members: unknown[]) => Shape]> = {
  $box: [2, box],
  $polygon: [3, polygon],
  $center: [2, circle(flat)],
  $centerSphere: [2, circle(spherical)],
};

/** The test of $geoWithin. */
export function geoWithin(operand: unknown): (value: unknown) => boolean {
  const given = isDoc(operand) ? Object.keys(operand).filter(name => name !== '$uniqueDocs') : [];
  const name = given[0] ?? 'nothing';
  const shape = shapes[name];
  if (shape === undefined) throw notSupported(`$geoWithin with ${name}`);
  const members = Object.values((operand as Doc)[name] as object);
  if (members.length < shape[0]) throw new MongoError(2, `${name} needs ${shape[0]} members or more`);
  const contains = shape[1](members);
  return value => {
    const point = pointOf(value);
    return point !== undefined && contains(point);
  };
}

export interface Near {
  path: string;
  /** How far a document is away: its nearest point; undefined when it has none, or none within the wanted distances. */
  distance: (doc: Doc) => number | undefined;
}

const nearOperators: Record<string, Distance> = { $near: flat, $nearSphere: spherical };

/** Takes $near or $nearSphere out of a filter; what is left is an ordinary filter. */
export function takeNear(filter: Doc): { near?: Near; rest: Doc } {
  for (const [path, condition] of Object.entries(filter)) {
    const name = isDoc(condition) && Object.keys(condition).find(operator => operator in nearOperators);
    if (!name) continue;
    const { [name]: target, $maxDistance = Infinity, $minDistance = 0, ...others } = condition as Doc;
    if (isDoc(target) && '$geometry' in target) throw notSupported(`${name} with $geometry`);
    const { [path]: _taken, ...rest } = filter;
    const away = nearOperators[name] as Distance;
    const middle = wantedPoint(target);
    const distance = (doc: Doc): number | undefined => {
      const all = pointsOf(doc, path).map(point => away(point, middle));
      const within = all.filter(one => one >= Number($minDistance) && one <= Number($maxDistance));
      return within.length > 0 ? Math.min(...within) : undefined;
    };
    return { near: { path, distance }, rest: Object.keys(others).length > 0 ? { ...rest, [path]: others } : rest };
  }
  return { rest: filter };
}

function pointsOf(doc: Doc, path: string): Point[] {
  const points: Point[] = [];
  someValue(doc, path.split('.'), true, value => {
    const point = pointOf(value);
    if (point) points.push(point);
    return false;
  });
  return points;
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
