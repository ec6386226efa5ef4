import { groundRefusal, type EarlierCase, type GroundFinding } from './earlier-requests';

const answered: EarlierCase = { number: '栖公申〔2026〕0001', answeredOn: '2026-10-08' };
const open: EarlierCase = { number: '栖公申〔2026〕0002', answeredOn: null };

test.each<[GroundFinding, EarlierCase[], string | null]>([
  ['repeated', [], '先选出是哪几件'],
  ['repeated', [answered], null],
  ['repeated', [answered, open], '栖公申〔2026〕0002没有答复过'],
  ['excessive', [], '先选出是哪几件'],
  ['excessive', [answered, open], null],
])('%s with %j -> %s', (finding, cases, words) => {
  const refusal = groundRefusal(finding, cases);
  if (words === null) expect(refusal).toBeNull();
  else expect(refusal).toContain(words);
});
