import { Button } from 'antd';
import type { List } from '../lib/use-list';

/** The next page of a list, while there is one. */
export function More({ list: { more, isLoadingMore } }: { list: Pick<List<unknown>, 'more' | 'isLoadingMore'> }) {
  if (!more) return null;
  return (
    <div className="list-more">
      <Button onClick={more} loading={isLoadingMore}>
        再看一些
      </Button>
    </div>
  );
}
