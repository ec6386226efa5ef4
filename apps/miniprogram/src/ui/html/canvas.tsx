import type { CSSProperties, PointerEvent } from 'react';

interface CanvasProps {
  id?: string;
  className?: string;
  /** WeChat's name of the kind of canvas. */
  type?: string;
  disableScroll?: boolean;
  onTouchStart?: (event: object) => void;
  onTouchMove?: (event: object) => void;
  onTouchEnd?: (event: object) => void;
  onTouchCancel?: (event: object) => void;
  [other: string]: unknown;
}

/** Where a finger, a pen or a mouse is on the canvas, in WeChat's words. */
function touchAt({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { touches: [{ x: clientX - left, y: clientY - top }] };
}

/** Something to draw on. In a file of its own: only the pages that draw load it. */
export function Canvas(props: CanvasProps) {
  const { type: _type, disableScroll, onTouchStart, onTouchMove, onTouchEnd, onTouchCancel, ...rest } = props;
  const style: CSSProperties | undefined = disableScroll ? { touchAction: 'none' } : undefined;
  return (
    <canvas
      {...rest}
      style={style}
      onPointerDown={event => {
        if (!event.isPrimary) return;
        // A line that leaves the box still ends here.
        event.currentTarget.setPointerCapture(event.pointerId);
        onTouchStart?.(touchAt(event));
      }}
      onPointerMove={event => {
        if (event.isPrimary && event.buttons > 0) onTouchMove?.(touchAt(event));
      }}
      onPointerUp={event => event.isPrimary && onTouchEnd?.({ touches: [] })}
      onPointerCancel={event => event.isPrimary && onTouchCancel?.({ touches: [] })}
    />
  );
}
