import { uploadFile } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const get = (client: { fetch(path: string): Promise<Response> }, id: string) => client.fetch(`/api/v1/files/${id}`);

describe('bytes at rest', () => {
  const chunksOf = async (bytesId: string) =>
    server
      .collection<{ _id: string; files_id: string; data: { buffer: Buffer } }>('fileBytes.chunks')
      .find({ files_id: bytesId })
      .toArray();
  const recordOf = async (_id: string) =>
    (await server.collection<{ _id: string; bytesId: string; sealedKey: string | null }>('files').findOne({ _id }))!;

  it('upload: what it says -> in no chunk and under no key that can be read; its owner reads it', async () => {
    const owner = await server.asResident();
    const bytes = pdf('证件号码 '.repeat(20_000));
    const { body } = await uploadFile(owner, bytes, { name: 'a.pdf' });
    const { bytesId, sealedKey } = await recordOf(body.id);
    const kept = Buffer.concat((await chunksOf(bytesId)).map(({ data }) => Buffer.from(data.buffer)));
    expect([kept.length > bytes.length, kept.includes('证件'), kept.includes('%PDF')]).toEqual([true, false, false]);
    expect(sealedKey).toMatch(/^[^.]+\.[\w-]{60,}$/);
    expect(Buffer.from(await (await get(owner, body.id)).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('upload: bytes of another file put in their place -> a problem, none of them goes out', async () => {
    const owner = await server.asResident();
    const [one, other] = [
      await uploadFile(owner, pdf('1'), { name: 'a.pdf' }),
      await uploadFile(owner, pdf('2'), { name: 'b.pdf' }),
    ];
    const { bytesId } = await recordOf(other.body.id);
    await server.collection('files').deleteOne({ _id: other.body.id });
    await server.collection('files').updateOne({ _id: one.body.id }, { $set: { bytesId } });
    expect((await get(owner, one.body.id)).status).toBe(500);
  });

  it('download: kept before bytes were sealed -> read as it is', async () => {
    const owner = await server.asResident();
    const { body } = await uploadFile(owner, pdf('early'), { name: 'a.pdf' });
    const { bytesId } = await recordOf(body.id);
    const [chunk] = await chunksOf(bytesId);
    await server.collection('fileBytes.chunks').updateOne({ _id: chunk!._id }, { $set: { data: pdf('early') } });
    await server.collection('fileBytes.files').updateOne({ _id: bytesId }, { $set: { length: pdf('early').length } });
    await server.collection('files').updateOne({ _id: body.id }, { $unset: { sealedKey: 1 } });
    expect(await (await get(owner, body.id)).text()).toBe(pdf('early').toString());
  });

  it('removal from a record: its files -> gone with their bytes; those of another record stay', async () => {
    const owner = await server.asResident();
    const [own, others] = [
      await uploadFile(owner, pdf('1'), { name: 'a.pdf' }),
      await uploadFile(owner, pdf('2'), { name: 'b.pdf' }),
    ];
    const bindTo = (_id: string, id: string) =>
      server.collection('files').updateOne({ _id }, { $set: { binding: { collection: 'letters', id } } });
    await bindTo(own.body.id, 'l1');
    await bindTo(others.body.id, 'l2');
    const { bytesId } = await recordOf(own.body.id);
    const { api } = server.deps.modules.files;
    await api.removeFromRecord({ collection: 'letters', id: 'l1' }, [own.body.id, others.body.id]);
    expect(await server.collection('files').distinct('_id')).toEqual([others.body.id]);
    expect(await chunksOf(bytesId)).toEqual([]);
    expect(await server.collection('fileWrites').countDocuments()).toBe(0);
  });

  it('sweep: a letter’s scan, six years on -> gone, bytes and all; a notice’s file stays', async () => {
    const owner = await server.asResident();
    const [scan, paper] = [
      await uploadFile(owner, pdf('1'), { name: 'a.pdf' }),
      await uploadFile(owner, pdf('2'), { name: 'b.pdf' }),
    ];
    const bindTo = (_id: string, collection: string) =>
      server.collection('files').updateOne({ _id }, { $set: { binding: { collection, id: 'x' } } });
    await bindTo(scan.body.id, 'letters');
    await bindTo(paper.body.id, 'notices');
    server.clock.advance(2_189 * 24 * 3_600_000);
    await server.runSchedule('files.sweep');
    expect(await server.collection('files').countDocuments()).toBe(2);
    server.clock.advance(2 * 24 * 3_600_000);
    await server.runSchedule('files.sweep');
    expect(await server.collection('files').distinct('_id')).toEqual([paper.body.id]);
    expect(await server.collection('fileBytes.files').countDocuments()).toBe(1);
  });
});
