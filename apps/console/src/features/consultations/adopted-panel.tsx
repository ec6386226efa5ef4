import type { StaffComment } from '@bandeng/contracts/types';
import { Button, Space } from 'antd';
import { carry, carryAll, dropComment, type Writing } from './carry-comments';

interface Props {
  adopted: readonly StaffComment[];
  writing: Writing;
  change: (writing: Writing) => void;
}

/** What was adopted and is in no draft yet, each one click away from its clause; the words can be changed there. */
export function AdoptedPanel({ adopted, writing, change }: Props) {
  const { clauses, sources } = writing;
  const carried = new Set(Object.values(sources).flat());
  const all = carryAll(writing, adopted);
  return (
    <>
      <p className="quiet">写进去以后在下面还能改。公布以后，大家看得到这一条是照着哪条意见写的。</p>
      {all.sources !== sources && <Button onClick={() => change(all)}>把采纳的建议都写进去（每条先写一种）</Button>}
      <ul className="plain-list" aria-label="采纳了的意见">
        {adopted.map(comment => {
          const { id, target, targetLabel, author, body, proposedText } = comment;
          const clause = clauses.find(one => target.kind === 'clause' && one.id === target.id);
          return (
            <li key={id}>
              <p>
                <strong>{clause?.label ?? targetLabel}</strong>{' '}
                <span className="quiet">
                  {author}：{body === proposedText ? '' : body}
                </span>
              </p>
              {proposedText !== null && <blockquote className="prose proposed">{proposedText}</blockquote>}
              <Space wrap>
                {!clause && <span className="quiet">这一条已经删去了。</span>}
                {clause && !carried.has(id) && (
                  <Button
                    size="small"
                    aria-label={`${proposedText === null ? '记在' : '写进'}${clause.label}：${body.slice(0, 20)}`}
                    onClick={() => change(carry(writing, comment))}
                  >
                    {proposedText === null ? `没写改法，记在${clause.label}名下` : `写进${clause.label}`}
                  </Button>
                )}
                {carried.has(id) && (
                  <>
                    <span>{proposedText === null ? '记上了，文字在下面改' : '写进去了'}</span>
                    <Button
                      size="small"
                      aria-label={`不算从这条来的：${body.slice(0, 20)}`}
                      onClick={() => change({ clauses, sources: dropComment(sources, id) })}
                    >
                      不算从这条来的
                    </Button>
                  </>
                )}
              </Space>
            </li>
          );
        })}
      </ul>
    </>
  );
}
