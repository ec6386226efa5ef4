import type { EditionEntry, PanelNote, PanelRound } from '@bandeng/contracts/types';
import { FIELD_LABELS } from '@bandeng/contracts/routes';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../lib/http';
import { listAll } from '../../../lib/list-all';
import { useAccount } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { ActForm } from '../../../ui/act-form';
import { ExportList } from '../../../ui/export-list';
import { WordsFilter } from '../../../ui/filters';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { RecordHistory } from '../../../ui/record-history';
import { Loaded } from '../../../ui/state';
import { pathText } from '../path-text';
import { useEditionEntries } from '../use-edition-entries';
import { NoteForm } from './note-form';
import { NoteList } from './note-list';
import { PANEL_NAMES, ROUND_STATES } from './words';

/** A panel at work: every entry of the edition with what was said of it beside it. */
export function RoundPage() {
  const { id = '' } = useParams();
  const [isClosing, setClosing] = useState(false);
  // A panel reads what it is asked about, not how it was asked.
  const isKeeper = useAccount().roles.some(({ role }) => role === 'editor' || role === 'office');
  const query = useQuery({
    queryKey: ['round', id],
    queryFn: () => api.call('staff.rounds.get', { params: { id }, query: {} }),
  });
  const { data: round } = query;
  const now = new Date();
  return (
    <Page
      isWide
      title={round ? PANEL_NAMES[round.kind] : '评审'}
      note={
        round && (
          <>
            <Tag>{ROUND_STATES[round.state]}</Tag>
            {round.members.map(({ name }) => name).join('、')} · 请在{sayDate(round.dueOn, now)}前提完
          </>
        )
      }
      actions={
        round && (
          <>
            <Link to={`/catalog/editions/${round.editionId}/rounds`} className="task-go">
              这个版本的评审
            </Link>
            {round.abilities?.close && (
              <Button type="primary" disabled={round.unanswered > 0} onClick={() => setClosing(true)}>
                {round.unanswered > 0 ? `还有 ${round.unanswered} 条没答复` : '写结论，结束评审'}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query}>
        {loaded => (
          <div className="stack">
            {loaded.conclusion && (
              <Card size="small" title={<h2 className="card-title">结论</h2>}>
                <p className="prose">{loaded.conclusion}</p>
              </Card>
            )}
            <div>
              <Entries round={loaded} />
            </div>
            {isKeeper && <RecordHistory collection="catalogRounds" id={id} />}
          </div>
        )}
      </Loaded>
      {isClosing && round && (
        <ActForm<{ conclusion: string }, unknown>
          title="结束评审"
          submit="结束"
          done="评审结束了"
          close={() => setClosing(false)}
          work={body => api.call('staff.rounds.close', { params: { id }, body })}
        >
          <Form.Item name="conclusion" label="结论" rules={[{ required: true, whitespace: true, message: '请写结论' }]}>
            <Input.TextArea rows={5} maxLength={2_000} showCount />
          </Form.Item>
        </ActForm>
      )}
    </Page>
  );
}

function Entries({ round }: { round: PanelRound }) {
  const filters = useFilters();
  const [words, onlyNoted] = [filters.get('q'), filters.get('noted') === 'true'];
  const { entries, isLoading } = useEditionEntries(round.editionId);
  const [about, setAbout] = useState<EditionEntry | 'whole'>();
  const { data: notes = [] } = useQuery({
    queryKey: ['notes', round.id],
    queryFn: () =>
      listAll<PanelNote>(cursor =>
        api.call('staff.rounds.notes', { params: { id: round.id }, query: { limit: 100, cursor } }),
      ),
  });
  const notesOf = (entryId: string | null) => notes.filter(note => note.entryId === entryId);
  const shown = entries.filter(
    entry =>
      (!words || [...entry.path, entry.texts.name ?? ''].join(' ').includes(words)) &&
      (!onlyNoted || notesOf(entry.id).length > 0),
  );
  const mayWrite = round.abilities?.write ?? false;
  return (
    <>
      <div className="filters">
        <WordsFilter name="q" label="事项名称里的词" width={260} />
        <Checkbox
          checked={onlyNoted}
          onChange={({ target }) => filters.set({ noted: target.checked ? 'true' : undefined })}
        >
          只看有意见的
        </Checkbox>
        <ExportList table="panel-notes" query={{ of: round.id }} />
      </div>
      <section aria-label="整个版本" className="panel-whole">
        <Space align="start">
          <strong>对整个版本</strong>
          {mayWrite && (
            <Button size="small" onClick={() => setAbout('whole')}>
              提意见
            </Button>
          )}
        </Space>
        <NoteList roundId={round.id} notes={notesOf(null)} />
      </section>
      <table className="plain-table panel-table">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">写法</th>
            <th scope="col">意见和答复</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, MOST).map(entry => (
            <tr key={entry.id}>
              <th scope="row">
                {entry.texts.name}
                <div className="quiet">{pathText([entry.domain.name, ...entry.path])}</div>
              </th>
              <td>
                {SHOWN.map(
                  field => entry.texts[field] && <Column key={field} field={field} text={entry.texts[field]} />,
                )}
              </td>
              <td>
                <NoteList roundId={round.id} notes={notesOf(entry.id)} />
                {mayWrite && (
                  <Button size="small" aria-label={`对${entry.texts.name}提意见`} onClick={() => setAbout(entry)}>
                    提意见
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > MOST && <p className="quiet">还有 {shown.length - MOST} 项，用上面的词找。</p>}
      {!isLoading && shown.length === 0 && <Notice title="没有这样的事项" />}
      {about && (
        <NoteForm
          roundId={round.id}
          entry={about === 'whole' ? null : { id: about.id, name: about.texts.name ?? '' }}
          close={() => setAbout(undefined)}
        />
      )}
    </>
  );
}

/** More rows than one reads through; the words above lead to the others. */
const MOST = 200;

/** What a panel looks at first. */
const SHOWN = ['content', 'basis', 'timeLimits', 'publisher', 'attribute'] as const;

function Column({ field, text }: { field: (typeof SHOWN)[number]; text: string }) {
  return (
    <div className="panel-column">
      <span className="quiet">{FIELD_LABELS[field]}</span>
      <p className="prose">{text}</p>
    </div>
  );
}
