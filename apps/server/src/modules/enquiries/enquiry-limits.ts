import type { EnquirySummary } from '@bandeng/contracts/types';
import settings from '../../../../../config/enquiries.json';

type Kind = EnquirySummary['kind'];

/** What the office sets for itself: kinds with their days, each with its source. */
export const enquiryLimits = settings;
export const enquiryKinds = settings.kinds as readonly ((typeof settings.kinds)[number] & { kind: Kind })[];

/** How a kind is called, how long it is given, and where that is written. */
export const kindOf = (kind: Kind) => enquiryKinds.find(one => one.kind === kind)!;
