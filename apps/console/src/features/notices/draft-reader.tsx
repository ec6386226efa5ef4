import type { Draft } from '@bandeng/contracts/types';
import { Card } from 'antd';
import { BlocksView } from '../../ui/blocks-view';
import { Page } from '../../ui/page';
import { DRAFT_STATE_NAMES } from './draft-words';
import { KIND_NAMES } from './words';

/** A draft as it stands, for who reads it and does not write in it now. */
export function DraftReader({ draft }: { draft: Draft }) {
  const { content, unit, state } = draft;
  return (
    <Page
      title={content.title || '（还没有标题）'}
      note={`${unit.name} · ${KIND_NAMES[content.kind]} · ${DRAFT_STATE_NAMES[state]}`}
    >
      <Card>
        <BlocksView blocks={content.body} look="phone" />
      </Card>
    </Page>
  );
}
