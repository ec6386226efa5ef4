import type { Data, Host } from '../types';

type Callback = (result: unknown) => void;
type Read = () => Promise<unknown>;

/** wx.createSelectorQuery: sizes and positions come from the view, one answer for each question, in order. */
export function selectorQuery(host: Host): unknown {
  const questions: Read[] = [];
  let selector: string | null = null;
  let all = false;

  const choose = (wanted: string | null, every: boolean) => {
    selector = wanted;
    all = every;
    return query;
  };
  const ask = (pick: (found: Data) => unknown) => (callback?: Callback) => {
    const [wanted, every] = [selector, all];
    questions.push(async () => {
      const found = (await host.view.query(wanted, every)).map(pick);
      const result = host.sandbox.revive(every ? found : (found[0] ?? null));
      if (callback) host.sandbox.guard(() => callback(result));
      return result;
    });
    return query;
  };
  const rect = ask(found => found);
  const query = {
    in: () => query,
    select: (wanted: string) => choose(wanted, false),
    selectAll: (wanted: string) => choose(wanted, true),
    selectViewport: () => choose(null, false),
    boundingClientRect: rect,
    scrollOffset: ask(({ id, scrollTop, scrollLeft, scrollHeight }) => ({ id, scrollTop, scrollLeft, scrollHeight })),
    fields: (_wanted: unknown, callback?: Callback) => rect(callback),
    node: ask(() => ({ node: null })),
    context: ask(() => null),
    exec: (callback?: Callback) => {
      void Promise.all(questions.map(read => read())).then(results => {
        if (callback) host.sandbox.guard(() => callback(results));
      });
      return query;
    },
  };
  return query;
}
