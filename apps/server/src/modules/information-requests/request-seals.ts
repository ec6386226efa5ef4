import type { FieldCipher } from '../../platform/crypto';
import type { RecordError, RequestAgent } from './intake.model';
import type { InformationRequestRecord, SealedApplicant } from './information-request.model';
import type { ConferenceMember } from './proposal.model';

/** Seals the personal parts of a request, each for its record and field, and opens them again. */
export function createRequestSeals(fields: FieldCipher) {
  const place = (id: string, field: string) => ({ collection: 'informationRequests', id, field });
  return {
    sealOthers: (id: string, names: Record<string, string>): string =>
      fields.encrypt(JSON.stringify(names), place(id, 'others')),
    /** Whom letters went to, by the letter's id; none once the time of config/retention.json is over. */
    openOthers: ({ _id, others }: InformationRequestRecord): Record<string, string> =>
      others ? (JSON.parse(fields.decrypt(others, place(_id, 'others'))) as Record<string, string>) : {},
    sealMembers: (id: string, members: Record<string, ConferenceMember[]>): string =>
      fields.encrypt(JSON.stringify(members), place(id, 'conferenceMembers')),
    /** Who took part in conferences, by the conference's id; none once the time of config/retention.json is over. */
    openMembers: ({ _id, conferenceMembers }: InformationRequestRecord): Record<string, ConferenceMember[]> =>
      conferenceMembers
        ? (JSON.parse(fields.decrypt(conferenceMembers, place(_id, 'conferenceMembers'))) as Record<
            string,
            ConferenceMember[]
          >)
        : {},
    sealAgent: (id: string, agent: RequestAgent): string => fields.encrypt(JSON.stringify(agent), place(id, 'agent')),
    /** None when nobody acts for the applicant, or once the time of config/retention.json is over. */
    openAgent: ({ _id, agent }: InformationRequestRecord): RequestAgent | null =>
      agent ? (JSON.parse(fields.decrypt(agent, place(_id, 'agent'))) as RequestAgent) : null,
    sealRecordError: (id: string, error: RecordError): string =>
      fields.encrypt(JSON.stringify(error), place(id, 'recordError')),
    /** None of a request for information, or once the time of config/retention.json is over. */
    openRecordError: ({ _id, recordError }: InformationRequestRecord): RecordError | null =>
      recordError ? (JSON.parse(fields.decrypt(recordError, place(_id, 'recordError'))) as RecordError) : null,
    sealTexts: (id: string, texts: Record<string, string>): string =>
      fields.encrypt(JSON.stringify(texts), place(id, 'redactedTexts')),
    /** Texts before they were redacted, by the redaction's id; none once the time of config/retention.json is over. */
    openTexts: ({ _id, redactedTexts }: InformationRequestRecord): Record<string, string> =>
      redactedTexts
        ? (JSON.parse(fields.decrypt(redactedTexts, place(_id, 'redactedTexts'))) as Record<string, string>)
        : {},
    sealApplicant: (id: string, plain: SealedApplicant): SealedApplicant =>
      mapFields(plain, (field, value) => fields.encrypt(value, place(id, field))),
    openApplicant: (record: InformationRequestRecord): SealedApplicant =>
      mapFields(record.applicant, (field, sealed) => fields.decrypt(sealed, place(record._id, field))),
  };
}

function mapFields(applicant: SealedApplicant, change: (field: string, value: string) => string): SealedApplicant {
  return Object.fromEntries(
    Object.entries(applicant).map(([field, value]: [string, string | null]) => [
      field,
      // Empty once the time of config/retention.json is over.
      value === null || value === '' ? value : change(field, value),
    ]),
  ) as unknown as SealedApplicant;
}

/** Where personal fields lie sealed, for a change of keys. */
export const SEALED_FIELDS = ['name', 'idNumber', 'phone', 'email', 'address', 'postcode', 'representative', 'contact']
  .map(field => ({ collection: 'informationRequests', path: `applicant.${field}`, field }))
  .concat(
    ['agent', 'others', 'conferenceMembers', 'redactedTexts', 'recordError'].map(field => ({
      collection: 'informationRequests',
      path: field,
      field,
    })),
  );
