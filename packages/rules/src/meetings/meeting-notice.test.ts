import { meetingNoticeFault } from './meeting-notice';

const hearing = { kind: 'hearing', announcedOn: '2026-11-16', startsOn: '2026-11-23', hasMaterials: true } as const;

describe('announcing a meeting', () => {
  test('hearing: seven days before with its materials -> may; six days before, or without them -> why not', () => {
    expect(meetingNoticeFault(hearing)).toBeNull();
    expect(meetingNoticeFault({ ...hearing, startsOn: '2026-11-22' })).toContain('会前 7 日送达');
    expect(meetingNoticeFault({ ...hearing, hasMaterials: false })).toContain('要有材料');
  });

  test('bench meeting: today -> may; yesterday -> not', () => {
    const bench = { ...hearing, kind: 'bench', hasMaterials: false } as const;
    expect(meetingNoticeFault({ ...bench, startsOn: '2026-11-16' })).toBeNull();
    expect(meetingNoticeFault({ ...bench, startsOn: '2026-11-15' })).toContain('已经过了');
  });
});
