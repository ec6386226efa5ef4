import type { Building } from '@bandeng/contracts/types';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { useGridAreas } from './use-grid-areas';

interface Fields {
  areaId: string;
  compound?: string;
  name: string;
  position: number;
}

export const nameOf = ({ compound, name }: Pick<Building, 'compound' | 'name'>): string =>
  compound === null ? name : `${compound} ${name}`;

interface Props {
  building: Building | undefined;
  /** What the list is filtered by. */
  areaId: string | undefined;
  close: () => void;
}

/** A building; its grid is fixed once it is there. */
export function BuildingForm({ building, areaId, close }: Props) {
  const [id] = useState(() => building?.id ?? crypto.randomUUID());
  const { grids } = useGridAreas();
  const first = grids.some(({ value }) => value === areaId) ? areaId : undefined;
  const initial = building
    ? {
        ...{ areaId: building.area.id, name: building.name, position: building.position },
        ...(building.compound !== null && { compound: building.compound }),
      }
    : { position: 1, ...(first !== undefined && { areaId: first }) };
  return (
    <ActForm<Fields, unknown>
      title={building ? `改${nameOf(building)}` : '新增楼'}
      submit={building ? '改好了' : '新增'}
      done={building ? '改好了' : '新增了，点进去加门'}
      initial={initial}
      close={close}
      work={({ compound, ...fields }) =>
        api.call('staff.grid.buildings.put', {
          params: { id },
          body: { ...fields, compound: compound?.trim() || null },
        })
      }
    >
      <Form.Item name="areaId" label="在哪个网格（定下不能改）" rules={[{ required: true, message: '请选网格' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={grids} disabled={building !== undefined} />
      </Form.Item>
      <Form.Item name="compound" label="小区或者院（单独一栋的不填）">
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label="楼（1 号楼、7 号院）" rules={required('请写是哪栋楼')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="position" label="在网格里第几栋走" rules={[{ required: true, message: '请填' }]}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
    </ActForm>
  );
}
