import { startOfShanghaiDate } from '../../../platform/clock';
import { MOST_COMPANIONS, type ListOfConsultations } from '../../matters';
import type { ConsultationsDeps } from '../deps';

/** Items of the year's list that are asked about in these consultations, for 一件事的经过. */
export const decisionsOfConsultations =
  ({ decisions }: ConsultationsDeps): ListOfConsultations =>
  async consultationIds => {
    const records = await decisions.listOfConsultations(consultationIds, MOST_COMPANIONS);
    return records.flatMap(({ _id: id, title, unitId, year, publishedAt, conclusion, plannedFor }) =>
      publishedAt === null
        ? []
        : {
            ...{ kind: 'decision', id, title, unitId, year, stage: null },
            steps: [
              { text: `列入 ${year} 年重大行政决策目录`, at: publishedAt },
              ...(conclusion
                ? [
                    {
                      text: conclusion.kind === 'decided' ? '作出决策' : '不再推进',
                      at: startOfShanghaiDate(conclusion.on),
                    },
                  ]
                : []),
            ],
            next: conclusion ? [] : [{ text: `计划${plannedFor}定下来`, on: null }],
          },
    );
  };
