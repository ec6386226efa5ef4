/** Lines of the table are equally high: where one is, is known without drawing it. */
export const ROW_HEIGHT = 52;
/** The header over them stays in sight (desk.css). */
const HEAD_HEIGHT = 40;

/** The scroll position at which a line is seen whole under the header; the present one when it is. */
export function scrollFor(
  row: number,
  { scrollTop, clientHeight }: { scrollTop: number; clientHeight: number },
): number {
  const [top, bottom] = [row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT];
  if (top < scrollTop) return top;
  const inner = clientHeight - HEAD_HEIGHT;
  return bottom > scrollTop + inner ? bottom - inner : scrollTop;
}
