import { View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { applicantColumns, enteredFigures, regulationFigures, remedyResults } from '@bandeng/rules';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';

type Tables = RouteAnswer<'annualReports.get'>['tables'];

const counts = (of: Tables['two']['rules']): string =>
  Object.entries(regulationFigures)
    .map(([figure, label]) => `${label.replace('件数', '')} ${of[figure as keyof typeof of]} 件`)
    .join('，');

/** Table two, a line for each figure. */
export function PaperFigures({
  table: { rules, normative, permits, penalties, coercion, fees },
}: {
  table: Tables['two'];
}) {
  return (
    <Card className="tight" label="主动公开的数">
      <Fact name="规章" first>
        {counts(rules)}
      </Fact>
      <Fact name="行政规范性文件">{counts(normative)}</Fact>
      <Fact name={enteredFigures.permits}>处理决定 {permits} 件</Fact>
      <Fact name={enteredFigures.penalties}>处理决定 {penalties} 件</Fact>
      <Fact name={enteredFigures.coercion}>处理决定 {coercion} 件</Fact>
      <Fact name={enteredFigures.fees}>{fees} 万元</Fact>
    </Card>
  );
}

const ALWAYS: readonly string[] = ['received', 'carriedIn', 'total', 'carriedOut'];

/** Table three, a line for each row: what is nothing is left out until it is asked for. */
export function RequestFigures({ lines }: { lines: Tables['three'] }) {
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? lines : lines.filter(({ figure, total }) => total > 0 || ALWAYS.includes(figure));
  const hidden = lines.length - shown.length;
  return (
    <>
      <Card className="tight" label="申请的数">
        {shown.map(({ figure, label, byColumn, total }, at) => (
          <Fact key={figure} name={label} first={at === 0}>
            <View>{total} 件</View>
            {total > 0 && <View className="note">{whoAsked(byColumn)}</View>}
          </Fact>
        ))}
      </Card>
      {hidden > 0 && (
        <Button look="plain" onPress={() => showWhole(true)}>
          {`另有 ${hidden} 项是 0，也看看`}
        </Button>
      )}
    </>
  );
}

const whoAsked = (byColumn: Tables['three'][number]['byColumn']): string =>
  Object.entries(applicantColumns)
    .map(([column, label]) => ({ label, value: byColumn[column as keyof typeof byColumn] }))
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => `${label} ${value}`)
    .join('，');

/** Table four, a line for each block. */
export function RemedyFigures({ blocks }: { blocks: Tables['four'] }) {
  return (
    <Card className="tight" label="复议和诉讼的数">
      {blocks.map(({ kind, label, byResult, total }, at) => (
        <Fact key={kind} name={label} first={at === 0}>
          <View>{total} 件</View>
          {total > 0 && (
            <View className="note">
              {Object.entries(remedyResults)
                .map(([result, name]) => `${name} ${byResult[result as keyof typeof byResult]}`)
                .join('，')}
            </View>
          )}
        </Fact>
      ))}
    </Card>
  );
}
