/** Published, and nothing said yet of what became of the comments. */
export const UNANSWERED = 'unanswered';
/** Published ahead of its first day: still to be announced. */
export const SCHEDULED = 'scheduled';

/** What lists find it by, once it is published. */
export function facetsOf(
  consultation: { areaIds: readonly string[]; domainIds: readonly string[]; outcomeAt: Date | null },
  { isScheduled }: { isScheduled: boolean },
): string[] {
  const { areaIds, domainIds, outcomeAt } = consultation;
  return [
    'all',
    outcomeAt === null ? UNANSWERED : 'answered',
    ...(isScheduled ? [SCHEDULED] : []),
    ...(areaIds.length === 0 ? ['area:*'] : areaIds.map(id => `area:${id}`)),
    ...domainIds.map(id => `dom:${id}`),
  ];
}
