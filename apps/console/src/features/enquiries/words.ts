/** How the audit calls what the timeline of a message tells. */
export const EVENTS: Readonly<Record<string, string>> = {
  submitted: 'enquiry.submitted',
  accepted: 'enquiry.accepted',
  notOurs: 'enquiry.refused',
  assigned: 'enquiry.assigned',
  handedOn: 'enquiry.handed_on',
  takenBack: 'enquiry.taken_back',
  drafted: 'enquiry.drafted',
  sentBack: 'enquiry.sent_back',
  answered: 'enquiry.answered',
  published: 'enquiry.published',
  rated: 'enquiry.rated',
  reopened: 'enquiry.reopened',
  withdrawn: 'enquiry.withdrawn',
  conversionOffered: 'enquiry.conversion_offered',
  conversionDeclined: 'enquiry.conversion_declined',
  converted: 'enquiry.converted',
};
