import { sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { Section } from './card';
import { Timeline } from './timeline';

interface Step {
  at: string;
  kind: string;
  title: string;
  text?: string | null | undefined;
  by?: string | null | undefined;
}

/** What happened to a case, the latest first: it is where the case stands. */
export function CaseHistory({ steps }: { steps: readonly Step[] }) {
  return (
    <Section title="办到哪了">
      <Timeline
        label="办到哪了"
        items={steps.map(({ at, kind, title, text, by }, place) => ({
          key: `${at}${kind}`,
          title,
          detail: detailOf(text, by),
          when: sayWhen(at, now()),
          state: place === 0 ? 'now' : 'done',
        }))}
      />
    </Section>
  );
}

/** What was said and by whom; after a whole sentence the name begins anew. */
const detailOf = (text: Step['text'], by: Step['by']): string =>
  [text, by].filter(Boolean).join(/[。！？]$/.test(text ?? '') ? ' ' : '，');
