import { DOCUMENT_CLASS_LABELS } from '@bandeng/contracts/routes';
import type { NoticeSummary } from '@bandeng/contracts/types';
import { Select } from 'antd';
import { api } from '../lib/http';
import { optionsOf } from '../lib/options-of';
import { useAct } from '../lib/use-act';

type Class = NonNullable<NoticeSummary['documentClass']>;
interface Props {
  id: string;
  title: string;
  value: Class | null;
}

/** What a public paper counts as: chosen where it is seen, kept at once. */
export function DocumentClass({ id, title, value }: Props) {
  const act = useAct(
    (documentClass: Class) => api.call('staff.notices.classify', { params: { id }, body: { documentClass } }),
    '定好了，年度报告表二照这个数',
  );
  return (
    <Select<Class>
      aria-label={`${title}：文件分类`}
      style={{ width: 180 }}
      placeholder="没有分类，请选"
      value={value}
      loading={act.isPending}
      disabled={act.isPending}
      onChange={chosen => act.mutate(chosen)}
      options={optionsOf(DOCUMENT_CLASS_LABELS)}
    />
  );
}
