type Data = Record<string, unknown>;

interface Node {
  id?: string;
  dataset?: Data;
  /** The adapter's object around a glass-easel element. */
  _$?: Node;
}

/** An event of glass-easel as the plain object that WeChat gives to a handler; it has to cross over to Node. */
export function plainEvent(given: unknown): Data {
  const event = given as {
    type: string;
    timeStamp: number;
    detail: unknown;
    target?: Node;
    currentTarget?: Node;
    mark?: Data;
  };
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: plain(event.detail ?? {}),
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    mark: plain(event.mark ?? {}),
    touches: [],
    changedTouches: [],
  };
}

function describe(node: Node | undefined): Data {
  const dataset = node?.dataset ?? node?._$?.dataset ?? {};
  return { id: node?.id || node?._$?.id || '', dataset: plain({ ...dataset }), offsetLeft: 0, offsetTop: 0 };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
