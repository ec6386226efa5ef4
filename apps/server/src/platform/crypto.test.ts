import { createBlindIndex, createFieldCipher } from './crypto';

const oldKey = { id: 'k1', key: Buffer.alloc(32, 1) };
const newKey = { id: 'k2', key: Buffer.alloc(32, 2) };
const place = { collection: 'accounts', id: 'a1', field: 'phone' };

describe('field cipher', () => {
  it('seal and open: same place -> the text; never twice the same bytes', () => {
    const cipher = createFieldCipher([newKey]);
    const sealed = cipher.encrypt('199 0000 0001', place);
    expect(sealed).not.toContain('199');
    expect(cipher.encrypt('199 0000 0001', place)).not.toBe(sealed);
    expect(cipher.decrypt(sealed, place)).toBe('199 0000 0001');
  });

  it.each([
    ['another record', { ...place, id: 'a2' }],
    ['another field', { ...place, field: 'openid' }],
    ['another collection', { ...place, collection: 'staff' }],
  ])('open: value moved to %s -> refused', (_, elsewhere) => {
    const cipher = createFieldCipher([newKey]);
    expect(() => cipher.decrypt(cipher.encrypt('secret', place), elsewhere)).toThrow();
  });

  it('rotation: sealed with the old key -> still opens, and is known to be stale', () => {
    const sealed = createFieldCipher([oldKey]).encrypt('secret', place);
    const rotated = createFieldCipher([newKey, oldKey]);
    expect(rotated.decrypt(sealed, place)).toBe('secret');
    expect(rotated.isStale(sealed)).toBe(true);
    expect(rotated.isStale(rotated.encrypt('secret', place))).toBe(false);
  });

  it('open: one byte changed -> refused', () => {
    const cipher = createFieldCipher([newKey]);
    const bytes = Buffer.from(cipher.encrypt('secret', place).slice(3), 'base64url');
    bytes[13] = bytes[13]! ^ 1;
    expect(() => cipher.decrypt(`k2.${bytes.toString('base64url')}`, place)).toThrow();
  });
});

describe('blind index', () => {
  it('same value: same kind -> equal, other kind or key -> different', () => {
    const index = createBlindIndex(Buffer.alloc(32, 3));
    expect(index.of('phone', '1')).toBe(index.of('phone', '1'));
    expect(index.of('phone', '1')).not.toBe(index.of('name', '1'));
    expect(createBlindIndex(Buffer.alloc(32, 4)).of('phone', '1')).not.toBe(index.of('phone', '1'));
  });
});
