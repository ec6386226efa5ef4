import { excerptOf } from './highlight';

const ENTRY = [
  '养老服务',
  '养老补贴',
  '发放标准',
  '信息形成之日起20个工作日内',
  '区民政局',
  '《政府信息公开条例》',
].join('\n');

describe('excerptOf', () => {
  it('fields of an entry: none of them ends with a full stop -> a dot between them', () => {
    expect(excerptOf(ENTRY, [])).toBe(ENTRY.replace(/\n/g, ' · '));
  });

  it('fields of an entry: a later one has the words -> begins with that field', () => {
    expect(excerptOf(ENTRY, ['民政局'])).toBe('…区民政局 · 《政府信息公开条例》');
  });

  it('paragraphs: the one with the most words, not the first with one', () => {
    const text = '补贴按月发。\n助餐补贴怎么领。\n完';
    expect(excerptOf(text, ['助餐', '补贴'])).toBe('…助餐补贴怎么领。 完');
  });

  it('words far back in a long paragraph -> cut before and after', () => {
    const excerpt = excerptOf(`${'前面的话。'.repeat(60)}老年食堂${'后面的话。'.repeat(60)}`, ['食堂']);
    expect(excerpt).toMatch(/^….{20,}食堂.+…$/u);
    expect(excerpt.length).toBeLessThanOrEqual(92);
  });

  it('no text -> nothing', () => expect(excerptOf('', ['电梯'])).toBe(''));
});
