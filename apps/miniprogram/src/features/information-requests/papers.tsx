import { Uploader } from '@/ui/uploader';
import type { RequestPapers, StepProps } from './step-props';

const PAPERS = 3;

interface PapersProps extends Pick<StepProps, 'papers' | 'addPaper'> {
  kind: keyof RequestPapers;
  label: string;
  help?: string;
}

/** Photos of one kind that are handed in with a request. */
export function Papers({ papers, addPaper, kind, label, help }: PapersProps) {
  const { items, remove, retry } = papers[kind];
  return (
    <Uploader
      label={label}
      {...(help && { help })}
      items={items}
      max={PAPERS}
      onAdd={() => addPaper(kind)}
      onRemove={remove}
      onRetry={retry}
    />
  );
}
