import { decisionKinds, type DecisionKindCode, type TableThreeRow } from './decision-kinds';
import { isRecordOutcome } from './record-outcomes';
import { endOfRequest } from './request-end';
import type { RequestEvent } from './request-events';

/**
 * The row of table three in which a request is counted, or null while it is open. It is counted once: what gives a part is
 * 部分公开 and nothing else; of other answers the kind named first counts (国办公开办函〔2021〕30号). The table counts 政府信息公开申请
 * only: what became of a correction of one's record (Art. 41) has no row. Throws RangeError when an answer has no kind that there is.
 */
export function tableThreeRowOf(events: readonly RequestEvent[]): TableThreeRow | null {
  const end = endOfRequest(events);
  switch (end?.type) {
    case 'decided':
      return decisionRow(end.kind.split(','));
    case 'correctionLapsed':
      return decisionKinds.correction_lapsed.row;
    case 'feeLapsed':
      return decisionKinds.fee_lapsed.row;
    case 'withdrawn':
      return decisionKinds.withdrawn.row;
    default:
      return null;
  }
}

function decisionRow(codes: readonly string[]): TableThreeRow | null {
  if (codes.some(isRecordOutcome)) return null;
  if (codes.includes('partial')) return decisionKinds.partial.row;
  const code = Object.keys(decisionKinds).find(known => known === codes[0]);
  if (code === undefined) throw new RangeError(`没有“${codes[0] ?? ''}”这种答复`);
  return decisionKinds[code as DecisionKindCode].row;
}
