import { checkField, checkStep, emptyRequest, requestBody } from './request-draft';

const id = '5f0c1f0e-7d3b-4c6a-9a59-0d8b1c9f2e11';
/** Nobody's: a region code that no county has, a birthday of 1900; its last digit is the check digit of GB 11643. */
const idNumber = '110000190001010012';
const person = { ...emptyRequest, name: '验收报告', applicantName: '林一', idNumber, phone: '19900000001' };

describe('request form', () => {
  test('nothing typed -> the first step says what is missing', () => {
    expect(checkStep(emptyRequest, 0)).toEqual({ name: '写一下你要什么' });
  });

  test('person: one digit of the ID number wrong -> said at the field', () => {
    const wrong = { ...person, idNumber: `${idNumber.slice(0, -1)}${idNumber.endsWith('0') ? 1 : 0}` };
    expect(checkField(wrong, 'idNumber')).toBe('身份证号不对，请再看一遍');
    expect(checkField({ ...wrong, idType: 'passport' }, 'idNumber')).toBeUndefined();
  });

  test('organization: kind not chosen, credit code wrong -> both said', () => {
    const faults = checkStep({ ...person, kind: 'organization', idNumber: '91350000000000000X' }, 1);
    expect(Object.keys(faults).sort()).toEqual(['contact', 'idNumber', 'organizationKind', 'representative']);
  });

  test('by post without an address, by mail without an address of mail -> said', () => {
    expect(checkStep({ ...person, method: 'post' }, 2)).toEqual({ address: '要邮寄，请填写地址' });
    expect(checkStep({ ...person, method: 'email' }, 2)).toEqual({ email: '要用邮件收，请填写邮箱' });
    expect(checkStep({ ...person, method: 'app' }, 2)).toEqual({});
  });

  test('body: empty fields are left out, the draft id is the id of the request', () => {
    const body = requestBody(id, person);
    expect(JSON.parse(JSON.stringify(body))).toEqual({
      id,
      channel: 'mini_program',
      applicant: {
        kind: 'person',
        name: '林一',
        idDocument: { type: 'id_card', number: idNumber },
        phone: '19900000001',
      },
      content: { name: '验收报告' },
      delivery: { form: 'electronic', method: 'app' },
    });
  });

  test('my record is wrong: what is asked, and what goes out; what was typed for information stays behind', () => {
    const record = { ...person, asks: 'record_correction' as const, documentNumber: '一号', description: '细' };
    expect(Object.keys(checkStep({ ...record, name: '' }, 0)).sort()).toEqual(['holder', 'name', 'right', 'written']);
    const filled = { ...record, holder: '南陌街道', written: '八月', right: '九月' };
    expect(checkStep(filled, 0)).toEqual({});
    const handedIn = { identity: [], authority: [], evidence: ['f1'] };
    expect(requestBody(id, filled, handedIn)).toMatchObject({
      recordError: { holder: '南陌街道', written: '八月', right: '九月' },
      papers: [{ fileId: 'f1', kind: 'evidence' }],
    });
    expect(requestBody(id, filled).content).toEqual({ name: '验收报告' });
    const asksForInformation = requestBody(id, { ...filled, asks: 'information' }, handedIn);
    expect(asksForInformation).not.toHaveProperty('recordError');
    expect(asksForInformation).not.toHaveProperty('papers');
  });
});
