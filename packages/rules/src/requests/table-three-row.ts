import { decisionKinds, type DecisionKindCode, type TableThreeRow } from './decision-kinds';
import type { RequestEvent } from './request-events';

/**
 * The row of table three in which a request is counted, or null while it is open. It is counted once: what gives a part is
 * 部分公开 and nothing else; of other answers the kind named first counts (国办公开办函〔2021〕30号). Throws RangeError when an answer
 * has no kind that there is.
 */
export function tableThreeRowOf(events: readonly RequestEvent[]): TableThreeRow | null {
  for (const event of events) {
    switch (event.type) {
      case 'decided':
        return decisionRow(event.kind.split(','));
      case 'correctionLapsed':
        return decisionKinds.correction_lapsed.row;
      case 'feeLapsed':
        return decisionKinds.fee_lapsed.row;
      case 'withdrawn':
        return decisionKinds.withdrawn.row;
      default:
    }
  }
  return null;
}

function decisionRow(codes: readonly string[]): TableThreeRow {
  if (codes.includes('partial')) return decisionKinds.partial.row;
  const code = Object.keys(decisionKinds).find(known => known === codes[0]);
  if (code === undefined) throw new RangeError(`没有“${codes[0] ?? ''}”这种答复`);
  return decisionKinds[code as DecisionKindCode].row;
}
