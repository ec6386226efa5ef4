import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { Loaded } from '../../ui/state';
import './letters.css';
import { MadeLetter } from './made-letter';
import { LETTER_TO } from './words';

/** The letters of a case: what it calls for and has not yet, and what was made, with its files. */
export function LettersCard({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['letters', id],
    queryFn: () => api.call('staff.letters.list', { params: { id }, query: {} }),
  });
  return (
    <Card title={<h2 className="card-title">文书</h2>}>
      <Loaded query={query}>
        {({ due, items, mayMake }) => (
          <>
            {due.length + items.length === 0 && <p className="quiet">登记以后，该出的文书列在这里。</p>}
            <ul className="plain-list">
              {due.map(({ key, kind, on }) => (
                <li key={key} className="letter-row">
                  <div>
                    {kind.name} <Tag>没有出</Tag>
                    <div className="quiet">
                      给{LETTER_TO[kind.to]} · {sayDate(on, new Date())}起该出
                    </div>
                  </div>
                  {mayMake && (
                    <Link to={`/information-requests/${id}/letters/${encodeURIComponent(key)}`}>拟这份文书</Link>
                  )}
                </li>
              ))}
              {items.map(letter => (
                <MadeLetter key={letter.id} letter={letter} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}
