import type { EntryFields } from '../entry-fields';
import { localiserOf } from './localise';

const fields = {
  path: ['云岭区养老服务'],
  name: '补贴发放',
  content: [{ title: '云岭区柳营街道名单', items: ['云岭区民政局受理'] }],
  publisherText: '云岭区民政局',
} as unknown as EntryFields;

test('localise: theirs for ours in every text, the longer word first, nothing twice', () => {
  const words = { 云岭区: '栖河区', 云岭区民政局: '云岭区社会事务局' };
  expect(localiserOf(words)(fields)).toMatchObject({
    path: ['栖河区养老服务'],
    content: [{ title: '栖河区柳营街道名单', items: ['云岭区社会事务局受理'] }],
    publisherText: '云岭区社会事务局',
  });
});

test('localise: no word, the same word, a word of signs -> as it is, nothing breaks', () => {
  expect(localiserOf({})(fields)).toBe(fields);
  expect(localiserOf({ 云岭区: '云岭区' })(fields)).toBe(fields);
  expect(localiserOf({ '(a+': 'b' })(fields)).toEqual(fields);
});
