import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isWeapp } from '../lib/env';
import { Button } from './button';

interface TableProps {
  caption?: string | undefined;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  mine: string | undefined;
}

/** Rows shown before 看全部: a list of names may have two thousand. */
const folded = 20;

/** Columns that fit a phone beside each other. */
const widest = 4;

/** A table wider than the phone is pushed sideways: by a finger, and on the H5 by the arrow keys, which need it to take the focus. */
const pushed = isWeapp ? {} : { role: 'region', 'aria-label': '表格，可以左右推', tabIndex: 0 };

/** Rows that name the reader's community, then the others, each in their order. */
function mineFirst(rows: TableProps['rows'], mine: string | undefined) {
  const isMine = (row: readonly string[]) => mine !== undefined && row.some(cell => cell.includes(mine));
  const own = rows.filter(isMine);
  return { rows: [...own, ...rows.filter(row => !isMine(row))], own: own.length };
}

/** A table of a body; in elder mode each row is a small card with its column names. */
export function Table({ caption, head, rows: given, mine }: TableProps) {
  const [isOpen, setOpen] = useState(false);
  const isWide = head.length > widest;
  const { rows, own } = mineFirst(given, mine);
  const shown = isOpen ? rows : rows.slice(0, Math.max(folded, own));
  return (
    <View className="card tight block-table" {...(isWide && pushed)}>
      {caption && <View className="strong mt2">{caption}</View>}
      {own > 0 && own < rows.length && (
        <View className="note">
          {mine}的 {own} 行排在前面
        </View>
      )}
      <View className={`table ${isWide ? 'wide' : ''}`} role="table" aria-label={caption ?? head.join('、')}>
        <View className="table-row head" role="row">
          {head.map((name, at) => (
            <View key={at} className="table-cell" role="columnheader">
              {name}
            </View>
          ))}
        </View>
        {shown.map((row, at) => (
          <View key={at} className="table-row" role="row">
            {row.map((cell, column) => (
              <View key={column} className="table-cell" role="cell">
                <Text className="table-label">{head[column]}</Text>
                <Text>{cell}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
      {shown.length < rows.length && (
        <View className="center">
          <Button look="plain" onPress={() => setOpen(true)}>
            看全部 {rows.length} 行
          </Button>
        </View>
      )}
    </View>
  );
}
