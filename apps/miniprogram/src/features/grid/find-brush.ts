import Taro from '@tarojs/taro';
import type { paint } from './pen';

/** What is drawn on, and how large it lies on the screen just now. */
export type Sheet = Parameters<typeof paint>[0] & { size: () => { width: number; height: number } };
type Node = { width: number; height: number; getContext: (kind: '2d') => Sheet['context'] };

/** Points of the picture for one of the screen. */
const SHARPNESS = 2;

function sheetOf(canvas: Node, size: Sheet['size'], ink: string): Sheet {
  const { width, height } = size();
  Object.assign(canvas, { width: width * SHARPNESS, height: height * SHARPNESS });
  return { canvas, context: canvas.getContext('2d'), ink, size };
}

/** Finds the canvas of this id, once it is there. */
export function findBrush(id: string, found: (sheet: Sheet) => void): void {
  if (process.env.TARO_ENV !== 'weapp') {
    const canvas = document.getElementById(id) as HTMLCanvasElement;
    const size = () => ({ width: canvas.clientWidth, height: canvas.clientHeight });
    found(sheetOf(canvas as Node, size, getComputedStyle(canvas).color));
    return;
  }
  // Its node is there once the page has been told of it.
  Taro.nextTick(() =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true, computedStyle: ['color'] }, result => {
        const { node, width, height, color } = result as WechatCanvas;
        if (!node) return;
        found(sheetOf(node, () => ({ width, height }), color));
      })
      .exec(),
  );
}

interface WechatCanvas {
  node?: Node;
  width: number;
  height: number;
  color: string;
}
