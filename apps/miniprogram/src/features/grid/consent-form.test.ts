import { behalfBody, behalfFormOf, emptyBehalf, type BehalfForm } from './comment-form';
import { changed, consentOf, consentProblems, noConsent, unsigned } from './consent-form';

const NAME = [[10, 10, 200, 300]];
const signedForm = (): BehalfForm => ({
  ...{ ...emptyBehalf('consultation-1'), body: '助餐点离得太远' },
  ...{ how: 'signed', isReadBack: true, signature: NAME },
});
const standing = { isReadBack: true, signature: NAME };

describe('what somebody agreed to and signed', () => {
  it.each([
    ['their words', { body: '助餐点太远，走不到' }],
    ['what they propose instead', { proposedText: '每个社区两个' }],
    ['how it is shown, which is in the words they agree to', { showing: 'named' as const }],
    ['agreed aloud now', { how: 'spoken' as const }],
  ])('%s changed -> neither read back nor signed', (_, part) => {
    expect(changed(signedForm(), part)).toMatchObject({ ...part, isReadBack: false, signature: [] });
  });

  it('a slip left with them, read to them again, signed again -> the rest still stands', () => {
    expect(changed(signedForm(), { slipNumber: '5720 4171', lastFour: '0042' })).toMatchObject(standing);
    expect(changed(signedForm(), { isReadBack: false })).toMatchObject({ isReadBack: false, signature: NAME });
    expect(changed(signedForm(), { signature: [] })).toMatchObject({ isReadBack: true, signature: [] });
  });

  it('a form without consent (a visit) -> the part is changed, nothing else', () => {
    expect(changed({ note: '', way: 'door' }, { note: '下周' })).toEqual({ note: '下周', way: 'door' });
  });

  it('half-filled on the phone -> without the name they wrote', () => {
    expect(unsigned(signedForm())).toEqual({ ...signedForm(), signature: [] });
    expect(unsigned({ note: '下周' })).toEqual({ note: '下周' });
  });

  it('nothing written, not read -> told what to do; agreed aloud -> no name is asked for', () => {
    expect(consentProblems(noConsent('signed'))).toEqual({
      isReadBack: '先念给本人听，本人说对了再记',
      signature: '请本人签一下，或者改成口头同意',
    });
    expect(consentProblems({ ...noConsent(), isReadBack: true })).toEqual({});
    expect(consentProblems(signedForm())).toEqual({});
  });

  it('kept -> the name goes with the record; agreed aloud -> none does; taken up again -> to be read and signed anew', () => {
    const { consent, ...rest } = behalfBody(signedForm(), '区民政局');
    expect(consent).toMatchObject({ how: 'signed', signature: { strokes: NAME } });
    expect(consentOf({ ...signedForm(), how: 'spoken' }, '同意')).toEqual({
      how: 'spoken',
      words: '同意',
      readBack: true,
    });
    const taken = { id: 'a', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, doorId: null };
    const again = behalfFormOf({ ...rest, ...taken, consent });
    expect(again).toMatchObject({ how: 'signed', isReadBack: false, signature: [] });
  });
});
