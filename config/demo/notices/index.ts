import type { Dates } from '../lib/dates';
import { units } from '../organization/units';
import type { DemoNotice } from '../types';
import { budgetNotices } from './composed/budgets';
import { councilNotices } from './composed/council';
import { monthlyNotices } from './composed/monthly';
import { penaltyNotices } from './composed/penalties';
import { planningNotices } from './composed/planning';
import { quarterlyNotices } from './composed/quarterly';
import { serviceNotices } from './composed/services';
import { streetNotices } from './composed/streets';
import { tenderNotices } from './composed/tenders';
import { yearlyNotices } from './composed/yearly';
import { numbered, type Writer } from './draft';
import { communityNotices } from './written/community';
import { elderlyNotices } from './written/elderly';
import { housingNotices } from './written/housing';
import { landNotices } from './written/land';
import { lifeNotices } from './written/life';
import { policyNotices } from './written/policy';

const WRITERS: Writer[] = [
  housingNotices,
  elderlyNotices,
  communityNotices,
  policyNotices,
  landNotices,
  lifeNotices,
  monthlyNotices,
  quarterlyNotices,
  yearlyNotices,
  penaltyNotices,
  tenderNotices,
  councilNotices,
  budgetNotices,
  planningNotices,
  serviceNotices,
  streetNotices,
];

export function noticesFor(d: Dates): DemoNotice[] {
  const drafts = WRITERS.flatMap(write => write(d));
  return numbered(
    drafts,
    units.map(unit => unit.id),
  );
}
