import type { Block } from '@bandeng/contracts/schemas';
import { Button, Card } from 'antd';
import type { ReactNode } from 'react';
import type { Fault } from '../../../lib/faults';
import { OpenFile } from '../../../ui/open-file';
import { sayPlace, type Find, type NoticeContent } from './content';
import { fileAt } from './use-check';
import type { UnfitWord } from './wording';

interface Props {
  finds: readonly Find[];
  words: readonly UnfitWord[];
  faults: readonly Fault[];
  content: NoticeContent;
  /** Goes to where it is. */
  goTo: (path: string) => void;
  mask: (find: Find) => void;
  putWord: (word: UnfitWord) => void;
}

/** Names of a list are many: said once, masked at once. */
const isName = ({ kind }: Find): boolean => kind === '姓名';

/** What has to be seen to, each a step away from where it is. */
export function FaultsPanel({ finds, words, faults, content, goTo, mask, putWord }: Props) {
  // The server says of a word that must not stay what is said of it here.
  const others = faults.filter(({ message }) => !words.some(word => word.message === message));
  if (finds.length + words.length + others.length === 0) return null;
  const names = finds.filter(isName);
  const place = (path: string) => <Place path={path} body={content.body} goTo={goTo} />;
  return (
    <Card title={<h2 className="card-title">要看看的地方</h2>}>
      <ul className="plain-list to-see">
        {names.length > 0 && (
          <li>
            {place(names[0]!.path)}：名单里有 {names.length} 个没遮住的姓名，比如 {names[0]!.masked}{' '}
            <Button size="small" aria-label={`遮住 ${names.length} 个姓名`} onClick={() => names.forEach(mask)}>
              全部遮住
            </Button>
          </li>
        )}
        {finds
          .filter(find => !isName(find))
          .map((find, at) => (
            <li key={`${find.path} ${find.text} ${at}`}>
              {place(find.path)}：没遮住的{find.kind} {find.masked}{' '}
              <Button size="small" aria-label={`遮住：${find.kind} ${find.masked}`} onClick={() => mask(find)}>
                遮住
              </Button>
            </li>
          ))}
        {others.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {place(path)}：{message}
            <OpenAt path={path} content={content} />
          </li>
        ))}
        {words.map((word, at) => (
          <li key={`${word.path} ${word.text} ${at}`}>
            {place(word.path)}：{word.message}{' '}
            {word.masked !== null && (
              <Button size="small" aria-label={`改：${word.message}`} onClick={() => putWord(word)}>
                改
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Place({ path, body, goTo }: { path: string; body: readonly Block[]; goTo: (path: string) => void }) {
  return (
    <button type="button" className="as-link" onClick={() => goTo(path)}>
      {sayPlace(path, body)}
    </button>
  );
}

/** What is wrong within a file is seen in the file. */
function OpenAt({ path, content }: { path: string; content: NoticeContent }): ReactNode {
  const fileId = fileAt(content, path);
  return fileId && <OpenFile fileId={fileId}>打开看</OpenFile>;
}
