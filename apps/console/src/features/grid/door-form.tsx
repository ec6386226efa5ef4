import type { Door } from '@bandeng/contracts/types';
import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';

interface Fields {
  unit?: string;
  floor?: number | null;
  number: string;
  visitEveryDays?: number | null;
  closedOn?: string;
}

export const numberOf = ({ unit, number }: Pick<Door, 'unit' | 'number'>): string =>
  [unit, number].filter(Boolean).join(' ');

/** A door: its number, and how often somebody should look in. Neither who lives there nor why. */
export function DoorForm({
  buildingId,
  door,
  close,
}: {
  buildingId: string;
  door: Door | undefined;
  close: () => void;
}) {
  const [id] = useState(() => door?.id ?? crypto.randomUUID());
  const initial = door && {
    ...{ floor: door.floor, number: door.number, visitEveryDays: door.visitEveryDays },
    ...(door.unit !== null && { unit: door.unit }),
  };
  return (
    <ActForm<Fields, unknown>
      title={door ? `改${numberOf(door)}` : '新增门'}
      submit={door ? '改好了' : '新增'}
      done={door ? '改好了' : '新增了'}
      initial={initial}
      close={close}
      work={({ unit, floor, number, visitEveryDays, closedOn }) =>
        api.call('staff.grid.doors.put', {
          params: { id },
          body: {
            ...{ buildingId, unit: unit?.trim() || null, floor: floor ?? null, number },
            ...{ visitEveryDays: visitEveryDays ?? null, closedOn: closedOn ?? null },
          },
        })
      }
    >
      <Form.Item name="unit" label="单元（没有的不填）">
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="floor" label="第几层（可以不填，地下写负数）">
        <InputNumber min={-5} max={200} precision={0} />
      </Form.Item>
      <Form.Item name="number" label="门牌" rules={required('请写门牌')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="visitEveryDays" label="多少天走访一次（没有人要求的不填；原因不写）">
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
      {door && (
        <Form.Item name="closedOn" label="从哪天起不再走访（拆了、封了才填，恢复不了）">
          <DateInput />
        </Form.Item>
      )}
    </ActForm>
  );
}
