import { View } from '@tarojs/components';
import { Choice, Switch } from '@/ui/choice';
import { Field } from '@/ui/field';
import { NoticeBar } from '@/ui/tag';
import type { IdType, OrganizationKind, RequestDraft } from './request-draft';
import { Papers } from './papers';
import type { StepProps } from './step-props';
import { idWords, organizationWords } from './words';

const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));

/** 你是谁: what Art. 29 asks for, and why. */
export function ApplicantStep(props: StepProps) {
  const { draft, change } = props;
  return (
    <View>
      <NoticeBar icon="lock">法律要求写明是谁申请。这些只用来办这件事，加密保存，不公开</NoticeBar>
      <Choice
        label="用谁的名义"
        value={draft.kind}
        options={[
          { value: 'person', label: '我个人' },
          { value: 'organization', label: '单位' },
        ]}
        onChange={kind => change({ kind })}
      />
      {draft.kind === 'person' ? <Person {...props} /> : <Organization {...props} />}
      <Line {...props} field="phone" label="电话" placeholder="有问题好找到你" keyboard="number" />
      <Papers
        {...props}
        kind="identity"
        label="身份证明的照片"
        help="可以不交。只给办这件事的人看，看了会留下记录，一年后删去"
      />
      <Switch
        label="请人代办"
        detail="写明代理人，交一份授权委托书"
        checked={draft.hasAgent}
        onChange={hasAgent => change({ hasAgent })}
      />
      {draft.hasAgent && (
        <>
          <Line {...props} field="agentName" label="代理人姓名" />
          <Line {...props} field="agentPhone" label="代理人电话" keyboard="number" />
          <Papers {...props} kind="authority" label="授权委托书的照片" help="要有委托人的签名和日期" />
        </>
      )}
    </View>
  );
}

interface LineProps extends StepProps {
  field: 'applicantName' | 'idNumber' | 'representative' | 'contact' | 'phone' | 'agentName' | 'agentPhone';
  label: string;
  placeholder?: string;
  keyboard?: 'text' | 'number' | 'idcard';
}

function Line({ draft, faults, change, leave, field, ...rest }: LineProps) {
  return (
    <Field
      {...rest}
      value={draft[field]}
      error={faults[field]}
      onChange={value => change({ [field]: value } as Partial<RequestDraft>)}
      onLeave={() => leave(field)}
    />
  );
}

function Person(props: StepProps) {
  const { draft, change } = props;
  return (
    <>
      <Line {...props} field="applicantName" label="姓名" placeholder="和证件上一样" />
      <Choice<IdType>
        label="证件"
        value={draft.idType}
        options={optionsOf(idWords)}
        onChange={idType => change({ idType })}
      />
      <Line {...props} field="idNumber" label="证件号码" keyboard={draft.idType === 'id_card' ? 'idcard' : 'text'} />
    </>
  );
}

function Organization(props: StepProps) {
  const { draft, faults, change } = props;
  return (
    <>
      <Choice<OrganizationKind>
        label="单位是哪一类？"
        hint={faults.organizationKind}
        value={draft.organizationKind === '' ? undefined : draft.organizationKind}
        options={optionsOf(organizationWords)}
        onChange={organizationKind => change({ organizationKind })}
      />
      <Line {...props} field="applicantName" label="单位全称" />
      <Line {...props} field="idNumber" label="统一社会信用代码" placeholder="营业执照上的 18 位" />
      <Line {...props} field="representative" label="法定代表人或负责人" />
      <Line {...props} field="contact" label="联系人" />
    </>
  );
}
