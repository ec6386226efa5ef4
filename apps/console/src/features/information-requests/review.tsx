import type { InformationRequest } from '@bandeng/contracts/types';
import { Collapse } from 'antd';

type Given = NonNullable<NonNullable<InformationRequest['decision']>['review']>;

/** How the decision was come to: what was answered in each step, and what it was decided against. */
export function Review({ review: { answers, warnings } }: { review: Given }) {
  if (answers.length === 0 && warnings.length === 0) return null;
  return (
    <Collapse
      ghost
      items={[
        {
          key: 'review',
          label: `怎么定的（答了 ${answers.length} 个问题${warnings.length > 0 ? `，${warnings.length} 处提醒` : ''}）`,
          children: (
            <>
              <ol>
                {answers.map(({ step, question, article, answer }) => (
                  <li key={question}>
                    {step} · {question} <strong>{answer}</strong> <span className="quiet">{article}</span>
                  </li>
                ))}
              </ol>
              {warnings.map(({ message, article }) => (
                <p key={message} className="quiet">
                  提醒：{message}（{article}）
                </p>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
