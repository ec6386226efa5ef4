import { useQuery } from '@tanstack/react-query';
import { useState, type PointerEvent } from 'react';
import { api } from '../../lib/http';
import { Loaded } from '../../ui/state';
import './redaction.css';

/** In parts of the page. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Props {
  requestId: string;
  fileId: string;
  page: number;
  label: string;
  places?: readonly (Place & { number: number })[];
  /** A place was drawn with the pointer; absent: it is only looked at. */
  draw?: (place: Place) => void;
}

/** As small as this is a click, not a place. */
const SMALLEST = 0.004;

function usePaperPage({ requestId, fileId, page }: Pick<Props, 'requestId' | 'fileId' | 'page'>) {
  return useQuery({
    queryKey: ['paper-page', requestId, fileId, page],
    queryFn: () =>
      api.call('staff.informationRequests.drawPaper', { params: { id: requestId, fileId, page }, query: {} }),
    staleTime: Infinity,
  });
}

/** A page of a paper as it is seen, with places on it. */
export function PaperPage({ label, places = [], draw, ...paper }: Props) {
  const query = usePaperPage(paper);
  const [drawn, setDrawn] = useState<{ from: [number, number]; to: [number, number] }>();
  const at = ({ clientX, clientY, currentTarget }: PointerEvent): [number, number] => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [within((clientX - left) / width), within((clientY - top) / height)];
  };
  const end = () => {
    const place = drawn && placeBetween(drawn.from, drawn.to);
    setDrawn(undefined);
    if (place && place.width > SMALLEST && place.height > SMALLEST) draw?.(place);
  };
  const next = places.length + 1;
  const shown = drawn ? [...places, { ...placeBetween(drawn.from, drawn.to), number: next }] : places;
  return (
    <Loaded query={query}>
      {({ picture }) => (
        <div
          className={draw ? 'paper-page' : 'paper-page still'}
          {...(draw && {
            onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrawn({ from: at(event), to: at(event) });
            },
            onPointerMove: (event: PointerEvent<HTMLDivElement>) => drawn && setDrawn({ ...drawn, to: at(event) }),
            onPointerUp: end,
            onPointerCancel: () => setDrawn(undefined),
          })}
        >
          <img src={picture} alt={label} draggable={false} />
          {shown.map(({ x, y, width, height, number }) => (
            <div
              key={number}
              aria-hidden
              className="paper-box"
              style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
            >
              <span className="box-number">{number}</span>
            </div>
          ))}
        </div>
      )}
    </Loaded>
  );
}

const within = (part: number): number => Math.min(1, Math.max(0, part));
const percent = (part: number): string => `${part * 100}%`;
const placeBetween = ([x, y]: [number, number], [right, bottom]: [number, number]): Place => ({
  x: Math.min(x, right),
  y: Math.min(y, bottom),
  width: Math.abs(right - x),
  height: Math.abs(bottom - y),
});
