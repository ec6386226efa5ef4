import { assistanceKinds, isCreditCode, isIdNumber, requestChannels } from '@bandeng/rules';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { DateInput } from '../../ui/date-input';
import type { CounterChannel, CounterFields, CounterMethod } from './counter-body';
import { AgentFields } from './counter-agent';
import { RecordFields } from './counter-record';
import { day, required } from './form-parts';
import { COUNTER_METHODS, KIND_NAMES } from './words';

const CHANNELS: readonly CounterChannel[] = ['window', 'spoken', 'post_signed', 'post_plain', 'fax', 'email'];
const ID_TYPES: Readonly<Record<CounterFields['idType'], string>> = {
  id_card: '身份证',
  passport: '护照',
  hk_macau_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  other: '其他证件',
};
const ORGANIZATIONS: Readonly<Record<CounterFields['organizationKind'], string>> = {
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal_service: '法律服务机构',
  other: '其他',
};
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Information, or a record about oneself that is wrong (Art. 41): the rest of the form follows it. */
export function AsksField() {
  return (
    <Form.Item name="asks" label="办哪一样">
      <Radio.Group options={optionsOf(KIND_NAMES)} />
    </Form.Item>
  );
}

/** The way it came, and its days: asked only where the way asks for them. */
export function ComingFields() {
  const channel = Form.useWatch<CounterChannel | undefined>('channel') ?? 'window';
  const { submitted, received, receivedBy, rule } = requestChannels[channel];
  return (
    <>
      <Form.Item name="channel" label="哪条路">
        <Select options={CHANNELS.map(value => ({ value, label: requestChannels[value].label }))} />
      </Form.Item>
      <Form.Item name="submittedOn" label={submitted} rules={day} extra={rule}>
        <DateInput />
      </Form.Item>
      {received && (
        <Form.Item
          name="receivedOn"
          label={received}
          rules={receivedBy === 'signed' ? day : []}
          extra={receivedBy === 'confirmed' ? '还没有确认就空着，确认那天再登记' : undefined}
        >
          <DateInput />
        </Form.Item>
      )}
    </>
  );
}

/** Who asks (Art. 29): name, document, how to be reached. */
export function ApplicantFields() {
  const isPerson = (Form.useWatch<CounterFields['kind'] | undefined>('kind') ?? 'person') === 'person';
  return (
    <>
      <Form.Item name="kind" label="公民还是单位">
        <Radio.Group
          options={[
            { value: 'person', label: '公民' },
            { value: 'organization', label: '法人或者其他组织' },
          ]}
        />
      </Form.Item>
      <div className="counter-pair">
        <Form.Item name="name" label={isPerson ? '姓名' : '名称'} rules={required('请填写')}>
          <Input id="name" maxLength={isPerson ? 40 : 100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label="电话" rules={required('请填电话')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
      {isPerson ? <PersonFields /> : <OrganizationFields />}
    </>
  );
}

const rightWhen = (isRight: (value: string) => boolean, message: string) => [
  ...required('请填写'),
  {
    validator: (_: unknown, value: string | undefined) =>
      !value || isRight(value.trim().toUpperCase()) ? Promise.resolve() : Promise.reject(new Error(message)),
  },
];

function PersonFields() {
  const type = Form.useWatch<CounterFields['idType'] | undefined>('idType');
  return (
    <div className="counter-pair">
      <Form.Item name="idType" label="证件">
        <Select options={optionsOf(ID_TYPES)} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label="证件号码"
        rules={type === 'id_card' ? rightWhen(isIdNumber, '身份证号不对，再核对一遍') : required('请填证件号码')}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </div>
  );
}

function OrganizationFields() {
  return (
    <>
      <div className="counter-pair">
        <Form.Item name="organizationKind" label="哪一类">
          <Select options={optionsOf(ORGANIZATIONS)} />
        </Form.Item>
        <Form.Item
          name="idNumber"
          label="统一社会信用代码"
          rules={rightWhen(isCreditCode, '统一社会信用代码不对，再核对一遍')}
        >
          <Input maxLength={18} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="counter-pair">
        <Form.Item name="representative" label="法定代表人或者负责人" rules={required('请填写')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label="联系人" rules={required('请填写')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

/** What is asked for, and how the answer goes out; where to is asked for when it has to be known. */
export function WantedFields() {
  const isRecord = useIsRecord();
  const method = useMethod();
  return (
    <>
      {isRecord ? (
        <RecordFields />
      ) : (
        <Form.Item name="wanted" label="要的信息（名称、文号，或者说得清的样子）" rules={required('请写要什么')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="method" label="怎么给">
        <Radio.Group options={optionsOf(COUNTER_METHODS)} />
      </Form.Item>
      {method === 'post' && <Address label="寄到哪里" rules={required('要寄给他，请填地址')} />}
      {method === 'email' && (
        <Form.Item name="email" label="邮箱" rules={required('要用邮件收答复，请填邮箱')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}

const useIsRecord = () => Form.useWatch<CounterFields['asks'] | undefined>('asks') === 'record_correction';
const useMethod = () => Form.useWatch<CounterMethod | undefined>('method');

function Address(field: { label: string; rules?: ReturnType<typeof required> }) {
  return (
    <Form.Item name="address" {...field}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  );
}

/** What most requests have not: one may register before it. Help: Art. 43. */
export function OptionalFields() {
  const isRecord = useIsRecord();
  const method = useMethod();
  return (
    <>
      {!isRecord && (
        <Form.Item name="description" label="说明">
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      )}
      {method !== 'post' && <Address label="地址" />}
      <AgentFields />
      <Form.Item name="help" label="看、听、写有困难，要什么帮助（第四十三条）">
        <Checkbox.Group options={optionsOf(assistanceKinds)} />
      </Form.Item>
    </>
  );
}

/** What was spoken is read back when all of it is written. */
export function ReadBack() {
  const channel = Form.useWatch<CounterChannel | undefined>('channel');
  if (channel !== 'spoken') return null;
  return (
    <Form.Item
      name="isReadBack"
      valuePropName="checked"
      rules={[
        {
          validator: (_, checked: unknown) =>
            checked === true ? Promise.resolve() : Promise.reject(new Error('读给他听、本人确认了再登记')),
        },
      ]}
    >
      <Checkbox>写好以后读给申请人听了，本人确认</Checkbox>
    </Form.Item>
  );
}
