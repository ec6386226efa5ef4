import type { Draft } from '@/lib/drafts';
import { open } from '@/lib/navigation';
import { currentSession } from '@/lib/session';

/** A form of the workbench that is not finished, and where it is gone on with. */
export interface KeptForm<F> {
  form: F;
  /** 槐影东里 1 号楼 1 单元 101 */
  where: string;
  params: { building?: string; door?: string; record?: string };
}

/** Under which they lie: with whose they are, so that nobody else who logs in on this phone sees them. */
export const ownGridDrafts = (): string => `grid:${currentSession()?.account.id ?? ''}:`;

const forms = {
  visit: { page: 'gridVisit', detail: '走访，没记完' },
  comment: { page: 'gridComment', detail: '代录的意见，没写完' },
  'hand-on': { page: 'gridHandOn', detail: '转交要信息的，没写完' },
  enquiry: { page: 'gridEnquiry', detail: '代录的留言，没写完' },
} as const;

/** What is not finished at the doors, for 写了一半的; undefined: it is none of this account's. */
export function unfinishedForm({ key, value }: Draft): { title: string; detail: string; go: () => void } | undefined {
  if (!key.startsWith(ownGridDrafts())) return undefined;
  const kind = key.slice(ownGridDrafts().length).split(':')[0] as keyof typeof forms;
  const { where, params } = value as KeptForm<unknown>;
  const { page, detail } = forms[kind];
  return { title: where, detail, go: () => void open(page, params) };
}
