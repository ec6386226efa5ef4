import type { DraftContent } from '@bandeng/contracts/schemas';
import type { FieldFault } from '../../../platform/errors';
import { isPublicNotice } from '../notice.policy';
import type { DraftsDeps } from './deps';

/** What it names and what is not there: columns, entries, areas, related notices, files. */
export async function deadLinks(deps: DraftsDeps, content: DraftContent): Promise<FieldFault[]> {
  const { columnIds, entryIds, areaIds } = content;
  const [entries, areas, related, files] = await Promise.all([
    deps.catalog.findEntries(entryIds),
    deps.organization.findAreas(areaIds),
    deadRelated(deps, content),
    deadFiles(deps, content),
  ]);
  const entryNames = new Set(entries.map(entry => entry.id));
  return [
    ...missing(columnIds, id => deps.columns.find(id) !== null, 'columnIds', '这个栏目没有了，请另选一个。'),
    ...missing(entryIds, id => entryNames.has(id), 'entryIds', '这个事项没有了，可能已经并入别的事项。'),
    ...missing(areaIds, id => areas.has(id), 'areaIds', '没有这个地方了。'),
    ...related,
    ...files,
  ];
}

const missing = (
  ids: readonly string[],
  isThere: (id: string) => boolean,
  path: string,
  message: string,
): FieldFault[] => ids.flatMap((id, at) => (isThere(id) ? [] : [{ path: `${path}.${at}`, message }]));

/** The other end is public, or it is the draft of the file that this one explains: they go out together. */
async function deadRelated(
  { notices, drafts, clock }: DraftsDeps,
  { relatedIds }: DraftContent,
): Promise<FieldFault[]> {
  const now = clock.now();
  const found = await notices.findAll(relatedIds.map(({ id }) => id));
  const open = new Set(found.filter(record => isPublicNotice(record, now)).map(record => record._id));
  const faults = await Promise.all(
    relatedIds.map(async ({ id, relation }, at): Promise<FieldFault[]> => {
      if (open.has(id)) return [];
      const draft = relation === 'interprets' ? await drafts.find(id) : null;
      if (draft?.content.withholding)
        return [{ path: `relatedIds.${at}`, message: '它解读的文件不公开，解读也不能公开。' }];
      if (draft && draft.state !== 'discarded') return [];
      return [{ path: `relatedIds.${at}`, message: '这条信息没有公开，或者已经撤下。' }];
    }),
  );
  return faults.flat();
}

async function deadFiles({ files }: DraftsDeps, { body, attachmentIds }: DraftContent): Promise<FieldFault[]> {
  const inBody = body.flatMap((block, at) =>
    'fileId' in block ? [{ path: `body.${at}.fileId`, id: block.fileId }] : [],
  );
  const named = [...inBody, ...attachmentIds.map((id, at) => ({ path: `attachmentIds.${at}`, id }))];
  const there = new Set((await files.describe([...new Set(named.map(({ id }) => id))])).map(({ id }) => id));
  return named.flatMap(({ path, id }) => (there.has(id) ? [] : [{ path, message: '这个文件没有了，请重新上传。' }]));
}
