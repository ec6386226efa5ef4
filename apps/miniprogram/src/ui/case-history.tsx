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
          detail: [text, by].filter(Boolean).join('，'),
          when: sayWhen(at, now()),
          state: place === 0 ? 'now' : 'done',
        }))}
      />
    </Section>
  );
}
