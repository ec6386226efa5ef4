import type { Assignment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { api } from '../../lib/http';
import { nameOf } from './building-form';

type Kind = NonNullable<Assignment['part']>['kind'];

/** Who somebody is by what they walk. */
export const PART_POSTS: Readonly<Record<Kind, string>> = { compound: '院长', building: '楼长' };

/** What a choice of the list means for the call. */
export const partOf = (choice: string) => {
  const [kind, of] = [choice.slice(0, choice.indexOf(':')), choice.slice(choice.indexOf(':') + 1)];
  return kind === 'compound' ? { kind: 'compound' as const, name: of } : { kind: 'building' as const, id: of };
};

/** The compounds and buildings of the area chosen above, for 院长 and 楼长. */
export function PartChoice() {
  const areaId = Form.useWatch<string | undefined>('areaId');
  const form = Form.useFormInstance();
  useEffect(() => form.setFieldValue('part', undefined), [form, areaId]);
  const { data: buildings = [] } = useQuery({
    queryKey: ['grid-parts', areaId],
    enabled: areaId !== undefined,
    queryFn: async () =>
      (await api.call('staff.grid.buildings.list', { query: { area: areaId, state: 'current', limit: 100 } })).items,
  });
  const compounds = [...new Set(buildings.flatMap(({ compound }) => compound ?? []))];
  const options = [
    ...compounds.map(name => ({ value: `compound:${name}`, label: `${PART_POSTS.compound}：${name}` })),
    ...buildings.map(building => ({
      value: `building:${building.id}`,
      label: `${PART_POSTS.building}：${nameOf(building)}`,
    })),
  ];
  return (
    <Form.Item name="part" label="只走一个小区、一栋楼（不选就是全部）">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        disabled={areaId === undefined}
        notFoundContent="这里还没有楼"
      />
    </Form.Item>
  );
}
