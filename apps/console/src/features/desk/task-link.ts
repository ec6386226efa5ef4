import type { DeskTask } from '@bandeng/contracts/types';

/** The page on which a task is done. */
export function taskLink({ kind, recordId }: Pick<DeskTask, 'kind' | 'recordId'>): string {
  switch (kind) {
    case 'request':
      return `/information-requests/${recordId}`;
    case 'handedOn':
      return `/information-requests/handed-on/${recordId}`;
    case 'enquiry':
      return `/enquiries/${recordId}`;
    case 'opinion':
      return `/enquiries/opinions/${recordId}`;
    case 'publishing':
      return '/publishing-proposals';
    case 'comments':
      return `/consultations/${recordId}?queue=to_review`;
    case 'assigned':
      return `/assigned-comments?comment=${recordId}`;
    case 'late_outcome':
      return `/consultations?state=closed`;
    case 'proposed':
      return `/consultations/${recordId}?queue=to_approve`;
    case 'outcome':
      return `/consultations/${recordId}?queue=to_answer`;
    case 'feedback':
      return `/feedback?task=${recordId}`;
    case 'nudge':
      return `/nudges?task=${recordId}`;
    case 'survey':
      return `/surveys/${recordId}?tab=result`;
    case 'surveyTexts':
      return `/surveys/${recordId}?tab=texts`;
    case 'meeting':
    case 'resolution':
      return `/meetings/${recordId}`;
    case 'round':
      return `/catalog/rounds/${recordId}`;
    case 'objection':
    case 'posting':
      return `/postings/${recordId}`;
    case 'channels':
      return `/notices/${recordId}`;
    case 'column':
      return `/columns?column=${recordId}`;
    case 'duty':
      return `/catalog/duties?entry=${recordId}`;
    case 'duties':
      return `/catalog/duties?unit=${recordId}&state=late`;
    case 'annualReport':
      return `/annual-report/${recordId.replace(/\.(?=\d+$)/, '/')}`;
    case 'annualReports':
      return `/annual-report?table=who&year=${recordId}`;
    case 'draft':
      return `/notices/drafts/${recordId}`;
  }
}
