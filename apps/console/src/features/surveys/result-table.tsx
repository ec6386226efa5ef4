import type { SurveyResult } from '@bandeng/contracts/types';
import { Card } from 'antd';

type Question = SurveyResult['questions'][number];

const said = ({ count, share }: { count: number; share: number }) => `${count}（${share}%）`;

/** One question counted: all who answered it, and by group where nobody is told apart by it. */
export function ResultTable({ question, number }: { question: Question; number: number }) {
  const { title, answered, options, average, groups, groupNote, publicTexts, kind } = question;
  const isWords = kind === 'text' || kind === 'longText';
  return (
    <Card title={<h2 className="card-title">{`${number}. ${title}`}</h2>}>
      <p className="quiet">
        {answered} 人回答
        {average !== null && `，平均 ${average}`}
        {isWords && `，${publicTexts} 段可以公开`}
      </p>
      {options.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">选项</th>
              <th scope="col">全部</th>
              {groups?.map(({ label, answered: count }) => (
                <th key={label} scope="col">
                  {label}（{count} 人）
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option, at) => (
              <tr key={option.id}>
                <th scope="row">{option.label}</th>
                <td>{said(option)}</td>
                {groups?.map(group => (
                  <td key={group.label}>{said(group.options[at]!)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {groupNote && <p className="quiet">{groupNote}</p>}
    </Card>
  );
}
