import { useAct } from '../lib/use-act';
import { FormFrame, type FormFrameProps } from './form-frame';

export interface ActFormProps<Fields extends object, Answer> extends FormFrameProps<Fields> {
  /** Said when it is done. */
  done: string;
  work: (fields: Fields) => Promise<Answer>;
}

/** One act with its form. It closes when it was done; a refusal leaves what was written where it is. */
export function ActForm<Fields extends object, Answer>({ done, work, ...frame }: ActFormProps<Fields, Answer>) {
  const act = useAct(async (fields: Fields) => {
    await work(fields);
    frame.close();
  }, done);
  return <FormFrame<Fields> {...frame} isBusy={act.isPending} finish={fields => act.mutate(fields)} />;
}
