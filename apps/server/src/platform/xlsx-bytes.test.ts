import { Workbook } from 'exceljs';
import { xlsxBytes } from './xlsx-bytes';

async function written(at: string): Promise<Buffer> {
  jest.useFakeTimers({ now: new Date(at), doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] });
  const workbook = new Workbook();
  workbook.addWorksheet('一').addRow(['新荷区', 3]);
  return xlsxBytes(workbook);
}

describe('the bytes of a workbook', () => {
  afterEach(() => jest.useRealTimers());

  it('the same content written minutes and years apart -> the same bytes, still a workbook', async () => {
    const bytes = await written('2026-11-16T02:00:00.000Z');
    expect((await written('2026-11-16T02:00:03.000Z')).equals(bytes)).toBe(true);
    expect((await written('2031-01-01T00:00:00.000Z')).equals(bytes)).toBe(true);
    const read = new Workbook();
    await read.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(read.getWorksheet('一')?.getRow(1).getCell(2).value).toBe(3);
  });
});
