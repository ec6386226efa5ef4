import { Canvas, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field-error';
import { findBrush, type Sheet } from './find-brush';
import { paint, withPoint, type Stroke } from './pen';

const ID = 'sign-pad';

interface SignPadProps {
  /** What they sign. */
  words: string;
  strokes: readonly Stroke[];
  problem: string | undefined;
  onChange: (strokes: Stroke[]) => void;
}
interface PenEvent {
  touches: readonly { x: number; y: number }[];
}

/** A box to write one's name in. Lines are drawn as they come and handed on when the pen is lifted. */
export function SignPad({ words, strokes, problem, onChange }: SignPadProps) {
  const sheet = useRef<Sheet>(undefined);
  const drawn = useRef<readonly Stroke[]>(strokes);
  const line = useRef<Stroke>(undefined);
  const draw = () => sheet.current && paint(sheet.current, [...drawn.current, ...(line.current ? [line.current] : [])]);
  useEffect(() => {
    drawn.current = strokes;
    if (sheet.current) draw();
    else
      findBrush(ID, found => {
        sheet.current = found;
        draw();
      });
  });
  const move = ({ touches: [at] }: PenEvent) => {
    if (!at || !line.current || !sheet.current) return;
    line.current = withPoint(line.current, at, sheet.current.size());
    draw();
  };
  const start = (event: PenEvent) => {
    line.current = [];
    move(event);
  };
  const lift = () => {
    const written = line.current;
    line.current = undefined;
    if (!written || written.length === 0) return;
    const next = [...drawn.current, written];
    drawn.current = next;
    onChange(next);
  };
  return (
    <View className="field">
      <View className="field-label">请本人在这里写名字</View>
      <View className="sign-pad-words">{words}</View>
      <View
        className={`sign-pad ${problem ? 'wrong' : ''}`}
        role="img"
        aria-label={`本人写名字的框，${strokes.length > 0 ? '写了' : '还没写'}。要用手指写；写不了的，选口头同意，一样算数`}
      >
        <Canvas
          id={ID}
          type="2d"
          className="sign-pad-sheet"
          disableScroll
          onTouchStart={start as never}
          onTouchMove={move as never}
          onTouchEnd={lift}
          onTouchCancel={lift}
        />
      </View>
      <View className="note mt1">写不了、不想写的，选口头同意，一样算数</View>
      {problem && <FieldError>{problem}</FieldError>}
      {strokes.length > 0 && (
        <View className="mt2">
          <Button block label="重写名字" onPress={() => onChange([])}>
            重写
          </Button>
        </View>
      )}
    </View>
  );
}
