import type { Doc } from '@bandeng/mongo-documents/bson';
import { documentsOf, withEngine, type Run } from '../test-support/engine';

async function withPlaces(work: (run: Run) => Promise<void>): Promise<void> {
  await withEngine(async run => {
    await run({ createIndexes: 'places', indexes: [{ key: { at: '2d' }, name: 'at' }] });
    const documents = [
      { _id: 1, at: [0, 0] },
      { _id: 2, at: { x: 3, y: 4 } },
      {
        _id: 3,
        at: [
          [50, 50],
          [6, 8],
        ],
      },
      { _id: 4 },
    ];
    expect(await run({ insert: 'places', documents })).toMatchObject({ n: 4 });
    await work(run);
  });
}

async function ids(run: Run, filter: Doc): Promise<unknown[]> {
  return documentsOf(await run({ find: 'places', filter })).map(({ _id }) => _id);
}

test('geo: $near -> nearest first, within the wanted distances', async () => {
  await withPlaces(async run => {
    expect(await ids(run, { at: { $near: [10, 10] } })).toEqual([3, 2, 1]);
    expect(await ids(run, { at: { $near: [0, 0], $maxDistance: 5 } })).toEqual([1, 2]);
    expect(await ids(run, { at: { $near: [0, 0], $minDistance: 1, $maxDistance: 10 } })).toEqual([2, 3]);
    expect(await ids(run, { at: { $nearSphere: [0, 0], $maxDistance: 0.1 } })).toEqual([1, 2]);
    const query = { _id: { $in: [1, 2, 3] }, at: { $near: [0, 0], $maxDistance: 5 } };
    expect(await run({ count: 'places', query })).toMatchObject({ n: 2 });
  });
});

test('geo: $geoWithin -> box, circle and polygon with their borders', async () => {
  await withPlaces(async run => {
    const within = (shape: Doc): Promise<unknown[]> => ids(run, { at: { $geoWithin: shape } });
    const square = [
      [0, 0],
      [0, 8],
      [8, 8],
      [8, 0],
    ];
    expect(
      await within({
        $box: [
          [3, 4],
          [-1, 0],
        ],
      }),
    ).toEqual([1, 2]);
    expect(await within({ $center: [[0, 0], 5] })).toEqual([1, 2]);
    expect(await within({ $centerSphere: [[0, 0], 0.05] })).toEqual([1]);
    expect(await within({ $polygon: square })).toEqual([1, 2, 3]);
    expect(await within({ $polygon: square.slice(1) })).toEqual([3]);
  });
});

test('geo: a point outside the index, no index, or GeoJSON -> 13027, 291, refused by name', async () => {
  await withPlaces(async run => {
    expect(await run({ insert: 'places', documents: [{ at: [180, 0] }] })).toMatchObject({
      writeErrors: [{ code: 13027 }],
    });
    expect(await run({ insert: 'places', documents: [{ at: 'here' }] })).toMatchObject({
      writeErrors: [{ code: 16804 }],
    });
    expect(await run({ find: 'places', filter: { b: { $near: [0, 0] } } })).toMatchObject({ code: 291 });
    const filter = { at: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [] } } } };
    expect(await run({ find: 'places', filter })).toMatchObject({ code: 238 });
  });
});
