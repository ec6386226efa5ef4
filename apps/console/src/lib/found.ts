import type { StaffRole } from '@bandeng/contracts/routes';
import type { FoundRecord } from '@bandeng/contracts/types';
import { publicAnswer, publicConsultation, publicEntry, publicGuide } from './public-page';
import { pageOfRecord } from './record-pages';

export const FOUND_NAMES: Readonly<Record<FoundRecord['kind'], string>> = {
  request: '申请',
  enquiry: '留言',
  draft: '草稿',
  consultation: '征集',
  survey: '问卷',
  meeting: '会议',
  notice: '信息',
  answer: '答复',
  entry: '事项',
  guide: '指南',
  staff: '人员',
  unit: '单位',
};

/** On the page where it is worked on; where there is none for these roles, what the public sees, in a window of its own. */
export function openFound(
  { kind, id }: FoundRecord,
  roles: readonly { role: StaffRole }[],
  go: (path: string) => void,
): void {
  const outside = (address: string) => void window.open(address, '_blank', 'noreferrer');
  switch (kind) {
    case 'request':
      return go(`/information-requests/${id}`);
    case 'enquiry':
      return go(`/enquiries/${id}`);
    case 'draft':
      return go(`/notices/drafts/${id}`);
    case 'notice':
      return go(`/notices/${id}`);
    case 'survey':
      return go(`/surveys/${id}`);
    case 'meeting':
      return go(`/meetings/${id}`);
    case 'staff':
      return go(`/staff/${id}`);
    case 'unit':
      return go('/organization');
    case 'consultation': {
      const page = pageOfRecord('consultations', id, roles);
      return page ? go(page) : outside(publicConsultation(id));
    }
    case 'entry':
      return outside(publicEntry(id));
    case 'answer':
      return outside(publicAnswer(id));
    case 'guide':
      return outside(publicGuide(id));
  }
}
