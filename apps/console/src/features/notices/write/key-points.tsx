import { Button, Input } from 'antd';
import { FieldGroup } from '../../../ui/field';
import { useField, useWriting } from './writing';

/** As the contract has it. */
const MOST = 6;

/** What it comes to, in plain words: read first, and aloud. */
export function KeyPoints() {
  const { content, set, faultsOf, leave } = useWriting();
  const { keyPoints } = content;
  const change = (at: number, text: string) =>
    set({ keyPoints: keyPoints.map((point, index) => (index === at ? text : point)) });
  return (
    <FieldGroup name="keyPoints" label="要点（大白话，一条一句，最多六条）" faults={useField('keyPoints').faults}>
      <ol className="key-points">
        {keyPoints.map((point, at) => (
          <li key={at}>
            <Input
              aria-label={`要点第 ${at + 1} 条`}
              maxLength={200}
              value={point}
              {...(faultsOf(`keyPoints.${at}`).length > 0 && { status: 'error' })}
              onChange={({ target }) => change(at, target.value)}
              onBlur={() => leave(`keyPoints.${at}`)}
            />
            <Button
              aria-label={`去掉要点第 ${at + 1} 条`}
              onClick={() => set({ keyPoints: keyPoints.filter((_, index) => index !== at) })}
            >
              去掉
            </Button>
          </li>
        ))}
      </ol>
      {keyPoints.length < MOST && <Button onClick={() => set({ keyPoints: [...keyPoints, ''] })}>加一条要点</Button>}
    </FieldGroup>
  );
}
