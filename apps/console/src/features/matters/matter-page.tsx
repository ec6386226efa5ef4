import { STAGE_LABELS } from '@bandeng/contracts/routes';
import type { StaffMatter } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicMatter } from '../../lib/public-page';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';

type Member = StaffMatter['members'][number];
const KIND_NAMES: Readonly<Record<Member['kind'], string>> = {
  notice: '公开信息',
  consultation: '征集',
  survey: '问卷',
  meeting: '会议',
};
/** Where each is worked on. */
const FOLDERS: Readonly<Record<Member['kind'], string>> = {
  notice: 'notices',
  consultation: 'consultations',
  survey: 'surveys',
  meeting: 'meetings',
};

/** One matter: what is in it, what everybody sees of it, and what comes next. */
export function MatterPage() {
  const { id = '' } = useParams();
  const [isRenaming, setRenaming] = useState(false);
  const query = useQuery({
    queryKey: ['matter', id],
    queryFn: () => api.call('staff.matters.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.name ?? '一件事的经过'}
      note={data?.unit.name}
      actions={
        data && (
          <>
            {data.public && <PublicLink to={publicMatter(id)}>看大家看到的</PublicLink>}
            {data.abilities?.rename && <Button onClick={() => setRenaming(true)}>改名</Button>}
          </>
        )
      }
    >
      <Loaded query={query}>
        {matter => (
          <div className="stack">
            <Members matter={matter} />
            <Told matter={matter} />
            <RecordHistory collection="matters" id={id} />
            {isRenaming && <Rename matter={matter} close={() => setRenaming(false)} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Members({ matter: { members } }: { matter: StaffMatter }) {
  return (
    <Card title={<h2 className="card-title">归到这件事的</h2>}>
      {members.length === 0 ? (
        <p className="quiet">还没有。打开一条信息、征集、问卷或会议，在「属于哪件事」里归进来。</p>
      ) : (
        <ul className="plain-list">
          {members.map(member => (
            <li key={member.kind + member.id}>
              <MemberLine member={member} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function MemberLine({ member }: { member: Member }) {
  const { kind, id, title, unit, stage, isPublic, isDraft, abilities } = member;
  const unlink = useAct(() => api.call('staff.matterMembers.delete', { params: { kind, id } }), '不再归在这件事下面');
  const folder = isDraft ? 'notices/drafts' : FOLDERS[kind];
  return (
    <>
      {isPublic || abilities.unlink ? (
        <Link className="inline-link" to={`/${folder}/${id}`}>
          {title || '（还没有标题）'}
        </Link>
      ) : (
        title
      )}{' '}
      <span className="quiet">
        {STAGE_LABELS[stage]} · {KIND_NAMES[kind]}
        {unit.name && ` · ${unit.name}`}
      </span>{' '}
      {!isPublic && <Tag>大家还看不到</Tag>}
      {abilities.unlink && (
        <Button
          size="small"
          aria-label={`去掉：${title}`}
          loading={unlink.isPending}
          onClick={() => unlink.mutate(undefined)}
        >
          去掉
        </Button>
      )}
    </>
  );
}

function Told({ matter: { public: told } }: { matter: StaffMatter }) {
  const now = new Date();
  return (
    <Card title={<h2 className="card-title">大家看到的</h2>}>
      {told === null ? (
        <p className="quiet">里面还没有公开的，大家看不到这件事。</p>
      ) : (
        <ul className="plain-list">
          {told.next.map(({ kind, id, on, text, unit }) => (
            <li key={`${kind}${id}${text}`}>
              <strong>接下来</strong> {on && `${sayDate(on, now)} `}
              {text} <span className="quiet">{unit.name}</span>
            </li>
          ))}
          {told.steps.map(({ kind, id, stage, text, at, title }) => (
            <li key={`${kind}${id}${text}`}>
              {STAGE_LABELS[stage]} · {sayDate(at, now)} {text} <span className="quiet">{title}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Rename({ matter: { id, name, revision }, close }: { matter: StaffMatter; close: () => void }) {
  return (
    <ActForm<{ name: string }, unknown>
      title="改名"
      submit="改好"
      done="改好了"
      close={close}
      initial={{ name }}
      work={fields => api.call('staff.matters.rename', { params: { id }, body: { ...fields, revision } })}
    >
      <Form.Item name="name" label="这件事叫什么" rules={[{ required: true, whitespace: true, message: '请写名字' }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
    </ActForm>
  );
}
