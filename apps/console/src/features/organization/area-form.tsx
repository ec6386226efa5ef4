import type { StaffArea } from '@bandeng/contracts/types';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { ActForm } from '../../ui/act-form';
import { AreaField, ChoiceField, IdField, SinceField, TextField } from './common-fields';
import { AREA_LEVELS, orNull } from './words';

/** An area from the street down; what it is and where it lies is fixed once it is there. */
export function AreaForm({ area, close }: { area: StaffArea | undefined; close: () => void }) {
  return (
    <ActForm<StaffArea, unknown>
      title={area ? `改${area.name}` : '新增地方'}
      submit={area ? '改好了' : '新增'}
      done={area ? '改好了，里面的地方也跟着改名' : '新增了'}
      {...(area && { initial: area })}
      close={close}
      work={fields =>
        api.call('staff.areas.put', {
          params: { id: area?.id ?? fields.id },
          body: {
            name: fields.name,
            level: area?.level ?? fields.level,
            parentId: area ? area.parentId : (fields.parentId ?? null),
            since: orNull(fields.since),
          },
        })
      }
    >
      <IdField isNew={!area} />
      <TextField name="name" label="名称" max={80} must />
      {!area && (
        <>
          <ChoiceField name="level" label="哪一级" options={optionsOf(AREA_LEVELS)} />
          <AreaField name="parentId" label="上级（区县没有）" />
        </>
      )}
      <SinceField />
    </ActForm>
  );
}
