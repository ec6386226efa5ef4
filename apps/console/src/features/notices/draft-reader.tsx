import type { Draft } from '@bandeng/contracts/types';
import { attributeLabels, sayDate, sayExactly, sayWithholding } from '@bandeng/rules';
import { Alert, Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAreas } from '../../lib/use-places';
import { BlocksView } from '../../ui/blocks-view';
import { Page } from '../../ui/page';
import { DRAFT_STATE_NAMES } from './draft-words';
import { OpenFile } from '../../ui/open-file';
import { DraftActs } from './review/draft-acts';
import { PersonalData } from './review/passes';
import { PublishDraft } from './review/publish-draft';
import { SignForm } from './review/sign-form';
import { Trail } from './review/trail';
import { CLASS_NAMES, KIND_NAMES, STAGE_NAMES } from './words';
import { Preview } from './write/preview';
import './write/write.css';

/** A draft as it stands, for who reviews it, lets numbers pass, or looks what became of it. */
export function DraftReader({ draft }: { draft: Draft }) {
  const { content, unit, state, step, abilities, files, interpretations } = draft;
  const [isPreview, setPreview] = useState(false);
  return (
    <Page
      title={content.title || '（还没有标题）'}
      note={`${unit.name} · ${KIND_NAMES[content.kind]} · ${DRAFT_STATE_NAMES[state]}${step ? `：${step.name}` : ''}`}
      actions={
        <DraftActs draft={draft}>
          <Button onClick={() => setPreview(true)}>预览</Button>
        </DraftActs>
      }
    >
      <div className="writing">
        <div className="stack">
          <Card>
            <Points points={content.keyPoints} />
            <BlocksView blocks={content.body} look="phone" />
          </Card>
          <Card title={<h2 className="card-title">要素</h2>}>
            <Facts draft={draft} />
          </Card>
          {files.length > 0 && (
            <Card title={<h2 className="card-title">附件和图片</h2>}>
              <ul>
                {files.map(({ id, name }) => (
                  <li key={id}>
                    <OpenFile fileId={id}>{name}</OpenFile>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div className="stack">
          {interpretations.length > 0 && (
            <Alert
              type="info"
              title="和它一起发布的解读"
              description={interpretations.map(({ id, title, state: at }) => (
                <div key={id}>
                  <Link to={`/notices/drafts/${id}`}>{title || '（还没有标题）'}</Link>，{DRAFT_STATE_NAMES[at]}
                </div>
              ))}
            />
          )}
          <PublishDraft draft={draft} />
          {abilities?.['sign'] && <SignForm draft={draft} />}
          {(abilities?.['sign'] || abilities?.['pass']) && <PersonalData draft={draft} />}
          <Trail draft={draft} />
        </div>
      </div>
      {isPreview && <Preview content={content} noticeId={draft.id} close={() => setPreview(false)} />}
    </Page>
  );
}

function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <>
      <strong>要点</strong>
      <ul>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}

function Facts({ draft: { content, columns, attribute, updatedBy, updatedAt } }: { draft: Draft }) {
  const now = new Date();
  const areas = useAreas();
  const { posting, limited, withholding } = content;
  const facts: [string, string | undefined][] = [
    ['公开属性', withholding?.ground ? sayWithholding(withholding.ground) : attributeLabels[attribute]],
    ['不主动公开的理由', withholding?.reason],
    ['栏目', columns.map(({ name }) => name).join('、')],
    ['文件分类', content.documentClass && CLASS_NAMES[content.documentClass]],
    ['文号', content.documentNumber],
    ['五公开', content.stage && STAGE_NAMES[content.stage]],
    ['成文', content.madeOn && sayDate(content.madeOn, now)],
    ['施行', content.effectiveOn && sayDate(content.effectiveOn, now)],
    ['废止', content.abolishedOn && sayDate(content.abolishedOn, now)],
    ['下架', content.takeDownOn && sayDate(content.takeDownOn, now)],
    ['关于哪里', content.areaIds.map(areas.nameOf).join('、')],
    ['公示期', posting?.from && posting.to && `${sayDate(posting.from, now)}到${sayDate(posting.to, now)}`],
    ['有异议怎么说', posting?.objection],
    ['只对谁公开全文', limited?.group],
    ['张贴在哪里', limited?.postedAt],
    ['上次变动', `${updatedBy.name}，${sayExactly(updatedAt)}`],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      items={facts.filter(([, value]) => value).map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
