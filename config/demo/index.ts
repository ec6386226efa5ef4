import { catalog } from './catalog';
import { consultationsFor, editionsFor } from './consultations';
import { decisionsFor } from './consultations/decisions';
import { panelsFor } from './consultations/panels';
import { consultationFiles, noticeFiles } from './files';
import { gridWorkFor } from './grid';
import { datesFrom } from './lib/dates';
import { mattersFor } from './matters';
import { meetingsFor } from './meetings';
import { noticesFor } from './notices';
import { noticeDraftsFor } from './notices/drafts';
import { areas, grids } from './organization/areas';
import { guidesFor } from './organization/guides';
import { places } from './organization/places';
import { rostersFor } from './organization/rosters';
import { units } from './organization/units';
import { annualReportsFor } from './people/annual-reports';
import { answersFor } from './people/answers';
import { enquiriesFor, hotlineMonthsFor } from './people/enquiries';
import { dutiesFor, opinionsFor } from './people/opinions';
import { nudgesFor } from './people/nudges';
import { conclusionsFor, correctionsFor, objectionsFor } from './people/objections';
import { remediesFor } from './people/remedies';
import { requestsFor } from './people/requests';
import { neighboursOf, residentsFor } from './people/residents';
import { staff } from './people/staff';
import { surveysFor } from './surveys';
import type { DemoClock, DemoDistrict } from './types';

export { readsOf } from './notices/reads';
export type * from './types';

/**
 * The invented district 栖河区 as it stands at an instant: everything that happened lies before `clock.now`, windows and periods run
 * around it. The same clock gives the same district.
 */
export function demoDistrict(clock: DemoClock): DemoDistrict {
  const d = datesFrom(clock);
  const consultations = consultationsFor(d);
  return {
    name: '栖河区',
    areas,
    grids,
    units,
    places,
    rosters: rostersFor(d),
    guides: guidesFor(d),
    catalog,
    editions: editionsFor(d),
    panels: panelsFor(d),
    notices: noticesFor(d),
    noticeDrafts: noticeDraftsFor(d),
    files: { notices: noticeFiles, consultations: consultationFiles },
    consultations,
    decisions: decisionsFor(d),
    matters: mattersFor(d),
    surveys: surveysFor(d),
    meetings: meetingsFor(d),
    residents: residentsFor(d),
    neighbours: neighboursOf(consultations),
    requests: requestsFor(d),
    answers: answersFor(d),
    remedies: remediesFor(d),
    enquiries: enquiriesFor(d),
    opinions: opinionsFor(d, clock),
    duties: dutiesFor(d),
    annualReports: annualReportsFor(d),
    hotlineMonths: hotlineMonthsFor(d),
    nudges: nudgesFor(d),
    objections: objectionsFor(d),
    conclusions: conclusionsFor(d),
    corrections: correctionsFor(d),
    staff,
    gridWork: gridWorkFor(d),
  };
}
