import type { Draft } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card } from 'antd';
import { RecordAudit } from '../../../ui/record-history';
import { ACT_NAMES, DRAFT_STATE_NAMES } from '../draft-words';

/** 谁发布谁审查: who wrote, who signed what, who let what pass, and how it went. */
export function Trail({ draft }: { draft: Draft }) {
  const { id, writers, signatures, passes, waiver, timeline } = draft;
  return (
    <>
      <Card title={<h2 className="card-title">谁写的、谁审的</h2>}>
        <dl className="fields">
          <dt>写</dt>
          <dd>{writers.map(({ name }) => name).join('、')}</dd>
          {signatures.map(({ step, name, by, at, comment, isVoid }) => (
            <div key={`${step} ${at}`}>
              <dt>
                {name}
                {isVoid && '（后来改过，作废）'}
              </dt>
              <dd>
                {isVoid ? <del>{by.name}</del> : by.name}，{sayExactly(at)}
                {comment && <p className="prose">{comment}</p>}
              </dd>
            </div>
          ))}
          {passes.map(({ kind, masked, reason, by, at }) => (
            <div key={`${kind} ${masked} ${at}`}>
              <dt>放行 {masked}</dt>
              <dd>
                {by.name}，{sayExactly(at)}：{reason}
              </dd>
            </div>
          ))}
          {waiver && (
            <div>
              <dt>不带解读</dt>
              <dd>
                {waiver.by.name}，{sayExactly(waiver.at)}：{waiver.reason}
              </dd>
            </div>
          )}
        </dl>
        <h3 className="trail-title">经过</h3>
        <ol className="plain-list trail">
          {timeline.toReversed().map(({ at, by, act, from, to, step, note }, index) => (
            <li key={index}>
              <span className="quiet">{sayExactly(at)}</span> {by.name}：{ACT_NAMES[act]}
              {step && `（${step}）`}
              {from !== null && from !== to && (
                <div className="quiet">
                  {DRAFT_STATE_NAMES[from]} → {DRAFT_STATE_NAMES[to]}
                </div>
              )}
              {note && <p className="prose">{note}</p>}
            </li>
          ))}
        </ol>
      </Card>
      <RecordAudit collection="noticeDrafts" id={id} />
    </>
  );
}
